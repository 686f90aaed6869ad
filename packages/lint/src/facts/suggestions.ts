import * as catalog from '@policywright/catalog';
import { didYouMean } from './didYouMean.ts';
import type { LintContext } from './lintContext.ts';

/** Comparing names costs more than all else: a document of nothing but wrong names gets help for the first only. */
const MOST_SUGGESTIONS = 200;

/** As many as IAM has actions that tag. */
const MOST_SUGGESTED = 8;

/** The actions that were likely meant; empty where there are none, or too many were asked for. */
export function suggestActions(context: LintContext, text: string): readonly string[] {
  return isOneTooMany(context) ? [] : catalog.suggestActions(text, MOST_SUGGESTED);
}

/** Help that names the service that was likely meant, as prefix of actions or in ARNs. */
export function suggestService(context: LintContext, text: string): string | undefined {
  return isOneTooMany(context) ? undefined : didYouMean(catalog.suggestPrefixes(text));
}

/** Help that names one of the names that was likely meant. */
export function suggestName(context: LintContext, text: string, names: Iterable<string>): string | undefined {
  return isOneTooMany(context) ? undefined : didYouMean(catalog.closestNames(text, names, { limit: 1 }));
}

function isOneTooMany(context: LintContext): boolean {
  const asked = context.once(newCount);
  return asked.count++ >= MOST_SUGGESTIONS;
}

function newCount(): { count: number } {
  return { count: 0 };
}
