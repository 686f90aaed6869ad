import { compileArnPattern, formatGlob, intersection } from '@policywright/arn';
import { statementCoversAction } from '@policywright/evaluator/engine';
import type { Condition } from '@policywright/policy';
import type { AccessFinding, AccessPart } from '../findings/finding.ts';
import { statementsOf, type PlacedStatement } from '../findings/statementsOf.ts';
import type { FoundActions } from '../witness/findRequest.ts';
import { patternPolicy } from './accessPattern.ts';
import { ask } from './ask.ts';
import type { AnalyzerOptions } from './options.ts';
import { setOf, type Subject } from './subject.ts';
import type { Wanted } from './wanted.ts';

/** A part of a difference of which it is to be told what is in it. */
export interface PartAsked {
  /** What its requests must be. */
  readonly wanted: readonly Wanted[];
  /** The statement that allows them. */
  readonly placed: PlacedStatement;
  readonly more: Subject;
  /** The version that does not allow them, if there are two. */
  readonly less: Subject | undefined;
  readonly found: FoundActions;
}

/** Above so many patterns of one statement, they are not asked about one by one. */
const MOST_PATTERNS = 64;
/** Above so many statements that may allow or deny some of a part, the others are left out. */
const MOST_STATEMENTS = 64;

/** What is told of a part beside its actions. */
export type PartTold = Pick<AccessPart, 'resources' | 'exceptResources' | 'conditions'> &
  Pick<AccessFinding, 'partly'> & { readonly steps: number };

/**
 * Tells which resources a part of a difference has, on what conditions, and what the other version has to say to it.
 *
 * @param asked - the part.
 * @param options - of the question.
 */
export function partOf(asked: PartAsked, options: AnalyzerOptions): PartTold {
  const teller = new PartTeller(asked, options);
  const partly = teller.partly();
  const resources = teller.resources(partly);
  const { source } = asked.placed.statement;
  return {
    ...resources,
    conditions: source.conditions.map(({ operator, key, values }: Condition) => ({
      operator: operator.text,
      key,
      values,
    })),
    partly: partly.map(({ ref }) => ref),
    steps: teller.steps,
  };
}

class PartTeller {
  steps = 0;
  readonly #asked: PartAsked;
  readonly #options: AnalyzerOptions;

  constructor(asked: PartAsked, options: AnalyzerOptions) {
    this.#asked = asked;
    this.#options = options;
  }

  /** The statements of the other version that allow some of what the statement allows, or deny some of the part. */
  partly(): readonly PlacedStatement[] {
    const { less, more, placed, wanted, found } = this.#asked;
    if (less === undefined) return [];
    const actions = [...found.actions, ...found.others];
    const isAbout = ({ statement }: PlacedStatement): boolean =>
      actions.some((action) => statementCoversAction(statement, action));
    const grants = ({ statement: { deny, layer } }: PlacedStatement): boolean =>
      deny || layer.kind === 'identity' || layer.kind === 'resource';
    const both: readonly Wanted[] = [
      { subject: less, allowed: true },
      { subject: more, allowed: true },
      { statements: [placed.ref.ref], of: more, allowed: true },
    ];
    return statementsOf(setOf(less))
      .filter((one) => grants(one) && isAbout(one))
      .slice(0, MOST_STATEMENTS)
      .filter((one) => {
        const covered: Wanted = { statements: [one.ref.ref], of: less, allowed: true };
        return this.#is([...(one.statement.deny ? wanted : both), covered]);
      });
  }

  resources(partly: readonly PlacedStatement[]): Pick<AccessPart, 'resources' | 'exceptResources'> {
    const { resource } = this.#asked.placed.statement.source;
    if (resource === undefined) return { resources: [], exceptResources: [] };
    const { values } = resource;
    if (resource.negated) return { resources: ['*'], exceptResources: values };
    const denied = partly.filter(
      ({ statement: { deny, source } }) => deny && source.resource?.negated === false,
    );
    const isAsked = values.length <= MOST_PATTERNS;
    const kept = isAsked && values.length > 1 ? values.filter((one: string) => this.#isOn([one])) : values;
    const patterns = kept.length === 0 ? values : kept;
    return {
      resources: isAsked
        ? [...new Set(patterns.flatMap((one: string) => this.#within(one, denied)))]
        : patterns,
      exceptResources: [],
    };
  }

  /** Where only what Denies of the other version took back has changed, the patterns that they share with one of the statement. */
  #within(pattern: string, denies: readonly PlacedStatement[]): readonly string[] {
    const others = denies.flatMap(({ statement }) => (statement.resources ?? []).map(({ text }) => text));
    if (others.length === 0 || others.length > MOST_PATTERNS || [pattern, ...others].some(isTemplate))
      return [pattern];
    if (this.#isOn([pattern], others)) return [pattern];
    const shared = others.map((other) => sharedBy(pattern, other));
    if (shared.includes(undefined)) return [pattern];
    return shared.flatMap((texts) => texts ?? []).filter((text) => this.#isOn([text]));
  }

  /** Whether there may be requests of the part on some resources, outside of others. */
  #isOn(resources: readonly string[], without: readonly string[] = []): boolean {
    const [meant, others] = [resources, without].map((patterns) => patternPolicy({ resources: patterns }));
    if (meant?.ok !== true) return true;
    const apart =
      without.length === 0 || others?.ok !== true ? [] : [{ pattern: others.policy, allowed: false }];
    return this.#is([...this.#asked.wanted, { pattern: meant.policy, allowed: true }, ...apart]);
  }

  /** What was not found out may be so. */
  #is(wanted: readonly Wanted[]): boolean {
    const { outcome, steps } = ask(wanted, this.#options);
    this.steps += steps;
    return outcome !== 'none';
  }
}

/** The texts that two resource patterns share, as patterns; `undefined` where they cannot be written. */
function sharedBy(one: string, other: string): readonly string[] | undefined {
  if (one === '*') return [other];
  if (other === '*' || one === other) return [one];
  const [left, right] = [one, other].map((text) => compileArnPattern(text, { dialect: 'resource' }));
  const shared = left && right && intersection(left, right);
  const texts = shared?.map((matcher) =>
    matcher === left ? one : matcher === right ? other : formatGlob(matcher.tokens),
  );
  return texts?.every((text) => text !== undefined) === true ? texts : undefined;
}

function isTemplate(text: string): boolean {
  return text.includes('${');
}
