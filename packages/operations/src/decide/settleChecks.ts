import type { Check } from '../model/check.ts';
import type { OperationDecision } from '../model/operationDecision.ts';
import type { OperationDiagnostic } from '../model/operationDiagnostic.ts';
import type { UnlistedNeed } from '../model/unlistedNeed.ts';

/** How to settle checks. */
export interface SettleOptions {
  /** `ignore`: without checks of which nobody knows whether the call needs them. `count` if left out. */
  readonly perhaps?: 'count' | 'ignore' | undefined;
  /** What is wrong with the call; with an error among it, the answer is never `Allow`. */
  readonly diagnostics?: readonly OperationDiagnostic[] | undefined;
  /** What the call needs besides its checks; while there is any that counts, the answer is never `Allow`. */
  readonly unlisted?: readonly UnlistedNeed[] | undefined;
}

/**
 * Makes one answer of the checks of a call, each of which must pass by itself (rules S60 and S180).
 *
 * @param checks - decided.
 * @param options - whether checks count that the call only may need.
 */
export function settleChecks(
  checks: readonly Check[],
  { perhaps = 'count', diagnostics = [], unlisted = [] }: SettleOptions = {},
): OperationDecision {
  const counted = perhaps === 'ignore' ? checks.filter(({ need }) => need !== 'perhaps') : checks;
  const wanting = perhaps === 'ignore' ? unlisted.filter(({ need }) => need !== 'perhaps') : unlisted;
  if (counted.some(({ need, decision }) => need !== 'perhaps' && decision.answer === 'Denied'))
    return { answer: 'Denied', checks, unknown: [], unlisted, diagnostics };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const open = counted.filter(({ decision }) => decision.answer !== 'Allow');
  if (open.length === 0 && errors.length === 0 && wanting.length === 0 && counted.length > 0)
    return { answer: 'Allow', checks, unknown: [], unlisted, diagnostics };
  const unknown = [
    ...errors.map(({ message }) => message),
    ...open.flatMap((check) => unknownOf(check)),
    ...wanting.map(({ words }) => words),
  ];
  return { answer: 'Depends', checks, unknown: [...new Set(unknown)], unlisted, diagnostics };
}

function unknownOf({ action, need, decision, unknown }: Check): readonly string[] {
  const whether = need === 'perhaps' ? [`whether the call needs ${action}`] : [];
  return [...whether, ...decision.dependsOn, ...unknown];
}
