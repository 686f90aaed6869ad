import type { Condition, Policy, Statement } from '@policywright/policy';
import type { UnknownReason } from '../model/unknownReason.ts';
import { LANGUAGE } from '../universe/language.ts';
import { ask } from './ask.ts';
import type { AnalyzerOptions } from './options.ts';

/** An element of a statement, a condition by itself. */
export type BlamedElement =
  | { readonly element: 'Action' | 'Resource' }
  | { readonly element: 'Condition'; readonly condition: Condition };

/** Why no request matches a statement. */
export interface NeverMatches {
  /**
   * Elements that no request meets all at once, though some would if one of them were gone: an action and a resource that
   * it does not have, two conditions that contradict each other.
   */
  readonly blamed: readonly BlamedElement[];
  /**
   * The universe in which that is so: `language` where the policy language itself rules it out, else the one that was asked
   * about.
   */
  readonly universe: string;
}

/** Whether requests match a statement. */
export type Matching =
  | { readonly outcome: 'matches' }
  | { readonly outcome: 'never'; readonly because: NeverMatches }
  | { readonly outcome: 'unknown'; readonly reasons: readonly UnknownReason[] };

/**
 * Whether any request matches a statement, whoever asks, and if none does, which elements are to blame.
 *
 * @param policy - the policy that it is part of, for the version of the language.
 * @param statement - of it, or made for the question.
 * @param options - universe, readings and budget; the budget is that of each search, of which there is one for each element.
 */
export function neverMatches(policy: Policy, statement: Statement, options: AnalyzerOptions = {}): Matching {
  const asked = (parts: readonly BlamedElement[], universe = options.universe): ReturnType<typeof ask> => {
    const pattern = { ...policy, statements: [statementOf(statement, parts)] };
    return ask([{ pattern, allowed: true }], { ...options, universe });
  };
  let blamed = partsOf(statement);
  const found = asked(blamed);
  if (found.outcome === 'request') return { outcome: 'matches' };
  if (found.outcome === 'unknown') return { outcome: 'unknown', reasons: found.reasons };
  // Conditions first: where actions and resources do not fit each other, no condition is to blame.
  for (const part of blamed.toReversed()) {
    const others = blamed.filter((other) => other !== part);
    if (asked(others).outcome === 'none') blamed = others;
  }
  const { name } = options.universe ?? LANGUAGE;
  const isOfLanguage = asked(blamed, LANGUAGE).outcome === 'none';
  return { outcome: 'never', because: { blamed, universe: isOfLanguage ? LANGUAGE.name : name } };
}

function partsOf({ resource, conditions }: Statement): readonly BlamedElement[] {
  return [
    { element: 'Action' },
    ...(resource === undefined ? [] : [{ element: 'Resource' as const }]),
    ...conditions.map((condition) => ({ element: 'Condition' as const, condition })),
  ];
}

const EVERYTHING = { negated: false, values: ['*'] };

/** The statement with some of its elements, and with what every request meets in the place of the others. */
function statementOf(statement: Statement, parts: readonly BlamedElement[]): Statement {
  const has = (name: BlamedElement['element']): boolean => parts.some(({ element }) => element === name);
  return {
    ...statement,
    action: has('Action') ? statement.action : EVERYTHING,
    resource: statement.resource === undefined || has('Resource') ? statement.resource : EVERYTHING,
    conditions: parts.flatMap((part) => (part.element === 'Condition' ? [part.condition] : [])),
  };
}
