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
    const question = { principal, resource, contexts };
    const bear = (facts: readonly StatementFact[]): readonly StatementFact[] =>
      facts.length === 0 ? facts : facts.filter((fact) => bears(fact, question));
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
    const isTold = (fact: StatementFact): boolean => fact.isPlain || valuesIn(fact, question) !== undefined;
    if (!all.every((fact) => fact.isForAll && isTold(fact)) || !ofResource.every(isTold)) return UNTOLD;
    const keys = [...new Set([...all, ...ofResource].flatMap(({ keys: asked }) => asked))];
    const key = [
      action,
      hasOwnRules ? formOf(resource.arn) : partitionOf(resource.arn),
      [principal.data.account === resource.account, resource.account === undefined, place],
      [principal.data.kind, account, role, boundary === undefined, scps?.length, rcps?.length],
      [own, ...above].map(numbersOf),
      policies.length === 0
        ? null
        : [numbersOf(ofResource), resource.account, ...namedBy(ofResource, principal)],
      keys.map((name) => [name, ...valuesOf(name, question)]),
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

/** What a question is about, and where its keys come from. */
type AskedPair = Pick<Question, 'principal' | 'resource' | 'contexts'>;

/** Never no where it does. */
function bears(fact: StatementFact, question: AskedPair): boolean {
  const { arn } = question.resource;
  if (!fact.mayMatch(arn)) return false;
  const values = valuesIn(fact, question);
  return values === undefined || fact.variables?.matches(arn, values) === true;
}

/** Values that stand for themselves wherever a pattern has them. */
const LITERAL = /^[\w+=,.@-]+$/;

/** What the variables of a statement stand for; `undefined` where it has none, or the principal alone does not tell. */
function valuesIn(
  { variables }: StatementFact,
  { principal, resource, contexts }: AskedPair,
): readonly string[] | undefined {
  if (variables === undefined) return undefined;
  const values: string[] = [];
  for (const key of variables.keys) {
    const value = valueOf(principal.side.context ?? {}, key);
    if (typeof value !== 'string' || !LITERAL.test(value)) return undefined;
    const others = [resource.side.context, ...contexts];
    if (others.some((context) => context !== undefined && valueOf(context, key) !== undefined))
      return undefined;
    values.push(value);
  }
  return values;
}

/** Keys by their ids, and roles without paths: of these no rule looks at the name, but for roles of AWS itself. */
const NAMED_FREELY = /^(arn:[^:]*:(?:kms:[^:]*:\d*:key|iam::\d*:role)\/)(?!AWS)[\w+=,.@-]+$/;

/** All of a resource that rules of its service may look at. */
function formOf(arn: string): string {
  return NAMED_FREELY.exec(arn)?.[1] ?? arn;
}

function partitionOf(arn: string): string {
  return arn.startsWith('arn:') ? arn.slice(0, arn.indexOf(':', 4)) : '';
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
function valuesOf(key: string, { principal, resource, contexts }: AskedPair): readonly unknown[] {
  const sources = [principal.side.context, resource.side.context, ...contexts];
  const absent = [principal.side.absent, resource.side.absent];
  return [
    ...sources.map((context) => (context === undefined ? null : (valueOf(context, key) ?? null))),
    ...absent.map((names = []) => names.some((name) => isMeant(name.toLowerCase(), key))),
    // What follows from the accounts themselves.
    ...(key.includes('account') ? [principal.data.account, resource.account ?? null] : []),
  ];
}

/** All values, where the key is there in more than one spelling. */
function valueOf(context: RequestContext, key: string): unknown {
  let found: unknown;
  let more: unknown[] | undefined;
  for (const name in context) {
    if (name.length !== key.length || name.toLowerCase() !== key) continue;
    if (found === undefined) found = context[name];
    else (more ??= [found]).push(context[name]);
  }
  return more ?? found;
}

function isMeant(name: string, key: string): boolean {
  return name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : name === key;
}
