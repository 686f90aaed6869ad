import { GRADE, IN_DOUBT, type Grades, type Outcome } from './grade.ts';
import type { CallerFacts, PrincipalMatcher } from './principalMatcher.ts';

/**
 * The unknown context keys that can change how a principal element covers a caller.
 *
 * @param principal - the element.
 * @param facts - the caller.
 */
export function unknownKeysOf(principal: PrincipalMatcher, facts: CallerFacts): readonly string[] {
  const keys: string[] = [];
  const isSession = facts.caller.kind === 'roleSession';
  if (isSession && principal.namesRoles && facts.unknown?.principalArn === true)
    keys.push('aws:PrincipalArn');
  if (principal.namesUniqueIds && facts.unknown?.userId === true) keys.push('aws:userid');
  return keys;
}

/**
 * What an element does where it may come to more, or to nothing, by keys that are unknown.
 *
 * @param principal - the element.
 * @param facts - the caller.
 * @param grades - at which the element covers the caller as far as is known.
 * @returns all grades that are possible, in doubt; or the same grades where the keys change nothing that counts.
 */
export function outcomeWithUnknown(principal: PrincipalMatcher, facts: CallerFacts, grades: Grades): Outcome {
  const isCertain = (grades & GRADE.direct) !== 0 && !principal.negated;
  if (isCertain || unknownKeysOf(principal, facts).length === 0) return grades;
  // `NotPrincipal` covers whole or not at all; else it may be as the caller's role too, or as a user by its id.
  const possible = principal.negated || facts.caller.kind === 'user' ? GRADE.direct : GRADE.role;
  return grades | possible | IN_DOUBT;
}
