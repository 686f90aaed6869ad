import { printJson } from '@policywright/policy';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Report } from '../../model/rule.ts';

/**
 * The size of a document as IAM counts it: characters that are no white space (rule S35).
 *
 * @param whitespace - whether white space counts, as in service control policies (rule S39): then that of the
 * text as written, of a text in one line where there is none.
 */
export function documentSize(context: LintContext, whitespace: boolean): number {
  const { root } = context.policy;
  const text = context.text?.slice(root.start, root.end) ?? printJson(root, 0);
  return whitespace ? text.length : text.replace(/\s/g, '').length;
}

/** Reports a document that is larger than its quota. AWS managed policies have none. */
export function* checkSize(
  context: LintContext,
  {
    quota,
    whitespace,
    title,
  }: { readonly quota: number; readonly whitespace: boolean; readonly title: string },
): Iterable<Report> {
  if (/^arn:[a-z-]+:iam::aws:/.test(context.policy.name ?? '')) return;
  const size = documentSize(context, whitespace);
  if (size <= quota) return;
  yield {
    pointer: '',
    message: `found ${size} characters${whitespace ? '' : ' without white space'}, more than the ${quota} of ${title}`,
    help: 'split the document, or shorten lists with wildcards',
  };
}
