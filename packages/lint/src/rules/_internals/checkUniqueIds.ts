import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Report } from '../../rule/rule.ts';

/** Reports principals that are the unique id of something that was deleted. */
export function* checkUniqueIds(
  context: LintContext,
  { start, what }: { readonly start: string; readonly what: string },
): Iterable<Report> {
  for (const statement of context.statements) {
    for (const { entry, pointer } of principalsOf(context, statement)) {
      if (entry.kind !== 'AWS' || !entry.value.startsWith(start) || entry.value.includes(':')) continue;
      yield {
        pointer,
        message: `found ${quote(entry.value)}, the id of ${what} that was deleted or that the ARN does not name`,
        help: 'write the ARN',
      };
    }
  }
}
