import type { UnknownReason } from '@policywright/analyzer';
import type { LintContext } from '../../facts/lintContext.ts';

/**
 * Notes that a proof was not brought to its end, where that is why nothing is known.
 *
 * @param context - the document.
 * @param about - the statement that it is about.
 * @param reasons - why nothing is known.
 */
export function noteLimits(
  context: LintContext,
  { pointer }: { readonly pointer: string },
  reasons: readonly UnknownReason[],
): void {
  const isCut = reasons.some(({ code }) => code === 'budget' || code === 'pattern-family');
  if (isCut) context.cut('a statement of which a proof would take too long', pointer);
}
