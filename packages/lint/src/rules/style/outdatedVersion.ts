import { replaceValue } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';

/** Reports documents in the language of 2008. */
export const outdatedVersion: Rule = {
  id: 'outdated-version',
  group: 'style',
  severity: 'suggestion',
  aliases: { parliament: 'OLD_VERSION' },
  reads: ['Version'],
  doc: 'a document is in the language of 2008, which has no policy variables (S2, S3)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          { text: allow({}).text.replace('2012-10-17', '2008-10-17') },
          {
            at: '/Version',
            message: 'found `2008-10-17`, the language without policy variables',
            help: 'write `2012-10-17`',
            marks: '"2008-10-17"',
            fix: { to: '"2012-10-17"', keepsDecisions: true },
          },
        ),
        finds(
          {
            text: allow({ Resource: 'arn:aws:s3:::b/${aws:username}' }).text.replace(
              '2012-10-17',
              '2008-10-17',
            ),
          },
          { at: '/Version', fix: { to: '"2012-10-17"', keepsDecisions: false } },
        ),
      ],
      good: [
        allow({}),
        ...(['scp', 'rcp'] as const).map((type) => ({
          type,
          text: deny({}).text.replace('2012-10-17', '2008-10-17'),
        })),
      ],
    };
  },
  *check(context) {
    const { policy } = context;
    if (policy.version !== '2008-10-17' || policy.type === 'scp' || policy.type === 'rcp') return;
    const keepsDecisions = context.text?.includes('${') === false;
    yield {
      pointer: '/Version',
      message: 'found `2008-10-17`, the language without policy variables',
      help: 'write `2012-10-17`',
      fix: replaceValue(context, '/Version', { json: '"2012-10-17"', keepsDecisions }),
    };
  },
};
