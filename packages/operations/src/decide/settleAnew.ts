import type { OperationDecision } from '../model/operationDecision.ts';
import { settleChecks, type SettleOptions } from './settleChecks.ts';

/** How to settle a call again. */
export interface SettleAnewOptions extends Pick<SettleOptions, 'perhaps'> {
  /** What bears on the call and nobody tells, in words: with any, it is never allowed. */
  readonly missing?: readonly string[] | undefined;
}

/**
 * Settles the checks of a decided call in another way.
 *
 * @param decision - of `simulateOperation` or `simulateAction`.
 * @param options - whether checks count that the call only may need, and what is not known besides.
 */
export function settleAnew(
  { checks, diagnostics, unlisted }: OperationDecision,
  { perhaps, missing = [] }: SettleAnewOptions,
): OperationDecision {
  const wanting = missing.map((words) => ({ words, need: 'thisCall' as const }));
  return settleChecks(checks, { perhaps, diagnostics, unlisted: [...unlisted, ...wanting] });
}
