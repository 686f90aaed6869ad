import { compileGlob } from '@policywright/arn';
import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf, type PrincipalPlace } from '../../facts/principalsOf.ts';

/** The principals of Allow statements with whether one of some patterns matches them. */
export function matchPrincipals(
  context: LintContext,
  patterns: readonly string[],
): readonly { readonly place: PrincipalPlace; readonly matched: boolean }[] {
  const matchers = patterns.map((pattern) => compileGlob(pattern));
  return context.statements
    .filter(({ allows }) => allows)
    .flatMap((statement) => principalsOf(context, statement))
    .filter(({ negated }) => !negated)
    .map((place) => ({ place, matched: matchers.some((matcher) => matcher.matches(place.entry.value)) }));
}
