import { quote } from '@policywright/policy/text';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Report } from '../../rule/rule.ts';

/**
 * Reports values of a condition key that do not start as ids of its kind do.
 *
 * @param key - in lower case.
 * @param start - `vpc-`; 8 or 17 hexadecimal digits or a wildcard follow.
 */
export function* checkIdFormat(
  context: LintContext,
  { key, start }: { readonly key: string; readonly start: string },
): Iterable<Report> {
  for (const { facts } of context.conditions) {
    if (facts.key !== key || facts.family !== 'String') continue;
    const isPattern = facts.condition.operator.name.endsWith('Like');
    for (const { text, pointer } of valueEntries(context, facts)) {
      if (text.includes('${') || (isPattern && /[*?]/.test(text))) continue;
      if (text.startsWith(start) && /^(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(text.slice(start.length))) continue;
      yield {
        pointer,
        message: `found ${quote(text)}, expected an id such as \`${start}0a1b2c3d4e5f67890\``,
      };
    }
  }
}
