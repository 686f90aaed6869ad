import type { Condition, ListElement, PrincipalElement, Statement } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { lowerCase } from '../../cover/listIndex.ts';
import { type Draft, elementName } from './draft.ts';
import { withoutCovered } from './withoutCovered.ts';

/** Shortens the values of every statement, and drops those that say nothing new. */
export function reduceValues(draft: Draft): void {
  draft.statements = draft.statements.map((statement) => {
    if (draft.reduced.has(statement)) return statement;
    const reduced = reduceStatement(draft, statement);
    draft.reduced.add(reduced);
    return reduced;
  });
}

function reduceStatement(draft: Draft, statement: Statement): Statement {
  const { principal, resource, conditions, pointer } = statement;
  return {
    ...statement,
    principal: principal && reducePrincipal(draft, principal, pointer),
    action: reduceActions(draft, statement),
    resource: resource && reduceResources(draft, resource, pointer),
    conditions: conditions.map((condition) => reduceCondition(draft, condition)),
  };
}

function reduceActions(draft: Draft, { action, pointer }: Statement): ListElement {
  const { proofs } = draft;
  const values = reduceList(draft, action.values, {
    pointer: `${pointer}/${elementName('Action', action.negated)}`,
    shorten: (text) => proofs.shortAction(text),
    covers: (wide, narrow) => proofs.action(wide, narrow),
    sameAs: lowerCase,
  });
  return { ...action, values };
}

function reduceResources(draft: Draft, resource: ListElement, pointer: string): ListElement {
  const { proofs } = draft;
  const { negated } = resource;
  const values = reduceList(draft, resource.values, {
    pointer: `${pointer}/${elementName('Resource', negated)}`,
    shorten: (text) => proofs.shortResource(text),
    covers: (wide, narrow) => proofs.resource(wide, narrow, negated),
  });
  return { ...resource, values };
}

function reduceCondition(draft: Draft, condition: Condition): Condition {
  const { proofs } = draft;
  const { name } = condition.operator;
  const values = reduceList(draft, condition.values, {
    pointer: condition.pointer,
    shorten: (text) => proofs.shortConditionValue(name, text),
    covers: (wide, narrow) => proofs.conditionValue(name, wide, narrow),
  });
  return { ...condition, values };
}

/** Rule S129: `*` names every caller, as directly as a caller can be named. */
function reducePrincipal(draft: Draft, principal: PrincipalElement, pointer: string): PrincipalElement {
  const { negated, entries } = principal;
  const everyone = negated ? undefined : entries.find(({ kind, value }) => kind === 'AWS' && value === '*');
  if (everyone !== undefined && entries.length > 1) {
    report(draft, {
      kind: 'drop-covered-value',
      pointer: `${pointer}/Principal`,
      message: `dropped the principals beside \`*\`, which covers them`,
    });
    return { negated, entries: [everyone] };
  }
  const unique = new Map(entries.map((entry) => [`${entry.kind} ${entry.value}`, entry]));
  if (unique.size === entries.length) return principal;
  reportRepeated(draft, `${pointer}/${elementName('Principal', negated)}`, entries.length - unique.size);
  return { negated, entries: [...unique.values()] };
}

interface ListRules {
  readonly pointer: string;
  readonly shorten: (text: string) => string;
  readonly covers: (wide: string, narrow: string) => boolean;
  /** Equal for values that are the same but for their spelling; the value itself if not given. */
  readonly sameAs?: (text: string) => string;
}

const WILDCARD = /[*?]/;

function reduceList(draft: Draft, values: readonly string[], rules: ListRules): readonly string[] {
  const { pointer, shorten, covers, sameAs = (text) => text } = rules;
  const short = values.map((value) => {
    const shorter = shorten(value);
    if (shorter !== value) {
      const message = `wrote ${quote(value)} as ${quote(shorter)}`;
      report(draft, { kind: 'shorten-value', pointer, message });
    }
    return shorter;
  });
  const unique = uniqueBy(short, sameAs);
  if (unique.length < short.length) reportRepeated(draft, pointer, short.length - unique.length);
  const { kept, covered } = withoutCovered(unique, {
    covers,
    isWide: (value) => WILDCARD.test(value),
  });
  for (const { value, by } of covered) {
    const message = `dropped ${quote(value)}, which ${quote(by)} covers`;
    report(draft, { kind: 'drop-covered-value', pointer, message });
  }
  return kept;
}

/** The first of each that is the same. */
function uniqueBy(values: readonly string[], keyOf: (value: string) => string): readonly string[] {
  const first = new Map<string, string>();
  for (const value of values) {
    const key = keyOf(value);
    if (!first.has(key)) first.set(key, value);
  }
  return [...first.values()];
}

function reportRepeated(draft: Draft, pointer: string, count: number): void {
  const message = count === 1 ? 'dropped a repeated value' : `dropped ${count} repeated values`;
  report(draft, { kind: 'drop-repeated-value', pointer, message });
}

function report(draft: Draft, step: Draft['steps'][number]): void {
  draft.steps.push(step);
}
