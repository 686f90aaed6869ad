import {
  measurePolicy,
  POLICY_QUOTAS,
  type MeasureOptions,
  type PolicyMeasurement,
  type PolicyQuota,
} from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Report } from '../../rule/rule.ts';

/**
 * Reports a document that is larger than its quota, measured as `measurePolicy` measures (rules S35 to S40): white
 * space is that of the text as it is saved, where that is known. AWS managed policies have no
 * quota.
 *
 * @param context - the document.
 * @param options - which quota, and the limit where the settings say another.
 * @param title - the quota's owner, for the message, such as `a managed policy`.
 */
export function* checkSize(context: LintContext, options: MeasureOptions, title: string): Iterable<Report> {
  const { name } = context.policy;
  if (/^arn:[a-z-]+:iam::aws:/.test(name ?? '')) return;
  const size = measurePolicy(context.savedText, options).find(({ remaining }) => remaining < 0);
  if (size === undefined) return;
  yield {
    pointer: '',
    message: `found ${size.used} ${size.unit}${whiteSpaceOf(size)}, more than the ${size.limit} of ${title}`,
    help: helpFor(size),
  };
}

/**
 * Reports an inline policy with which all those of a holder become larger than their quota (rule S36): the one
 * that is too many, so that a holder is reported once.
 *
 * @param context - the document, of a user, group or role at least.
 */
export function* checkInlineSize(context: LintContext): Iterable<Report> {
  for (const { kind, name, policies, before, total } of context.inline) {
    const options = { type: 'identity', inlineOf: kind } as const;
    if (kind === 'permissionSet') {
      yield* checkSize(context, options, 'the inline policy of a permission set');
      continue;
    }
    const [size] = measurePolicy(context.savedText, options);
    if (size === undefined || before > size.limit || before + size.used <= size.limit) continue;
    const holder = name === undefined ? `a ${kind}` : `the ${kind} ${quote(name)}`;
    const where = policies > 1 ? ` in the ${policies} inline policies of ${holder}` : '';
    yield {
      pointer: '',
      message: `found ${total} characters without white space${where}, more than the ${size.limit} of all inline policies of a ${kind}`,
      help: 'make managed policies of them, or shorten lists with wildcards',
    };
  }
}

/** What of the size is white space, where it tells the reader something. */
function whiteSpaceOf({ name, whiteSpace }: PolicyMeasurement): string {
  if (whiteSpace === undefined) return ' without white space';
  if (whiteSpace === 0) return '';
  const { consoleStripsWhiteSpace }: PolicyQuota = POLICY_QUOTAS[name];
  const stripped = consoleStripsWhiteSpace === true ? ' that the console would strip' : '';
  return `, ${whiteSpace} of them white space${stripped}`;
}

function helpFor({ name, used, remaining, whiteSpace = 0 }: PolicyMeasurement): string {
  if (remaining + whiteSpace >= 0) return 'save the document without white space between its values';
  const { raisableTo = 0 }: PolicyQuota = POLICY_QUOTAS[name];
  return used <= raisableTo
    ? `shorten lists with wildcards, or have the quota raised, to ${raisableTo} at most, and tell the settings`
    : 'split the document, or shorten lists with wildcards';
}
