import type { RequestContext } from '@policywright/conditions';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';
import { StatementFilter } from './mayMatch.ts';
import { StatementFacts, type StatementFact } from './statementFacts.ts';

/** A question about a principal and a resource. */
export interface Question {
  /** In lower case. */
  readonly action: string;
  readonly principal: PlacedPrincipal;
  readonly resource: PlacedResource;
  /** Where the keys of the request come from, besides those of principal and resource. */
  readonly contexts: readonly (RequestContext | undefined)[];
}

/** What statements alone tell of a question. */
export interface QuestionFacts {
  /** Nothing allows it, and nothing denies it either. */
  readonly isNowhere: boolean;
  /** The same for questions that have the same answer; `undefined` where that cannot be told. */
  readonly key: string | undefined;
}

const UNTOLD: QuestionFacts = { isNowhere: false, key: undefined };

/** Services with rules of their own, whose answers may hang on the resource itself (rules S171 to S176). */
const OWN_RULES = /^(?:codeartifact|iam|kms|sts):/;

/**
 * Tells which questions have the same answer, by the statements that bear on them and the values of the keys that these ask for:
 * of many events few questions differ.
 */
export class EqualQuestions {
  readonly #facts = new StatementFacts(new StatementFilter());
  readonly #layers: WeakMap<object, Map<string, readonly (readonly StatementFact[])[]>> = new WeakMap();

  /** Looks at a question. */
  of({ action, principal, resource, contexts }: Question): QuestionFacts {
    const { policy, kind, rcps, account: place } = resource.side;
    const { identity = [], boundary, session, scps, account, role } = principal.side;
    // Grants allow beside policies, of public buckets the whole policy counts, and access points have buckets behind them.
    if (session !== undefined || kind !== undefined || resource.arn.includes(':accesspoint/')) return UNTOLD;
    const bear = (facts: readonly StatementFact[]): readonly StatementFact[] =>
      facts.length === 0 ? facts : facts.filter(({ mayMatch }) => mayMatch(resource.arn));
    const own = bear(this.#facts.covering(identity, action));
    const above = [
      ...(boundary === undefined ? [] : [this.#facts.covering(boundary, action)]),
      ...this.#levels(scps, action),
      ...this.#levels(rcps, action),
    ].map(bear);
    const all = [...own, ...above.flat()];
    const policies = policy === undefined || policy === null ? [] : [policy].flat();
    const hasOwnRules = OWN_RULES.test(action);
    if (policies.length === 0 && own.length === 0 && !action.startsWith('sts:') && all.every(isAllow))
      return { isNowhere: true, key: undefined };
    const ofResource = bear(this.#facts.covering(policies, action));
    if (!all.every(({ isPlain, isForAll }) => isPlain && isForAll)) return UNTOLD;
    if (!ofResource.every(({ isPlain }) => isPlain)) return UNTOLD;
    const keys = [...new Set([...all, ...ofResource].flatMap(({ keys: asked }) => asked))];
    const key = [
      action,
      hasOwnRules ? resource.arn : '',
      [principal.data.account === resource.account, resource.account === undefined, place],
      [principal.data.kind, account, role, boundary === undefined, scps?.length, rcps?.length],
      [own, ...above].map(numbersOf),
      policies.length === 0
        ? null
        : [numbersOf(ofResource), resource.account, ...namedBy(ofResource, principal)],
      keys.map((name) => [name, ...valuesOf(name, { principal, resource, contexts })]),
    ];
    return { isNowhere: false, key: JSON.stringify(key) };
  }

  /** The accounts of an organization share their levels. */
  #levels(levels: PlacedPrincipal['side']['scps'], action: string): readonly (readonly StatementFact[])[] {
    if (levels === undefined) return [];
    let ofActions = this.#layers.get(levels);
    if (ofActions === undefined) this.#layers.set(levels, (ofActions = new Map()));
    let found = ofActions.get(action);
    if (found === undefined) {
      found = levels.map((level) => this.#facts.covering(level, action));
      ofActions.set(action, found);
    }
    return found;
  }
}

function isAllow(fact: StatementFact): boolean {
  return fact.isAllow;
}

/** All that policies of resources can know a principal by: its account, and its names among those that they have. */
function namedBy(facts: readonly StatementFact[], { data, side }: PlacedPrincipal): readonly unknown[] {
  const { account, arn, id, name } = data;
  const isName = (value: string): boolean =>
    value === arn || value === id || value === side.principal || value.includes(`:assumed-role/${name}/`);
  return [account, ...new Set(facts.flatMap(({ names }) => names.filter(isName)))];
}

function numbersOf(facts: readonly StatementFact[]): readonly number[] {
  return [...new Set(facts.map(({ number }) => number))].sort((a, b) => a - b);
}

/** What each source says of a key, and whether it is known not to be there. */
function valuesOf(
  key: string,
  { principal, resource, contexts }: Pick<Question, 'principal' | 'resource' | 'contexts'>,
): readonly unknown[] {
  const sources = [principal.side.context, resource.side.context, ...contexts];
  const absent = [principal.side.absent, resource.side.absent];
  return [
    ...sources.map((context) => (context === undefined ? null : (valueOf(context, key) ?? null))),
    ...absent.map((names = []) => names.some((name) => isMeant(name.toLowerCase(), key))),
    // What follows from the accounts themselves.
    ...(key.includes('account') ? [principal.data.account, resource.account ?? null] : []),
  ];
}

function valueOf(context: RequestContext, key: string): unknown {
  for (const name in context)
    if (name.length === key.length && name.toLowerCase() === key) return context[name];
  return undefined;
}

function isMeant(name: string, key: string): boolean {
  return name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : name === key;
}
