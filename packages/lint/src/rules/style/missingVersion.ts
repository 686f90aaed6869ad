import { insertMember } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports documents without `Version`. */
export const missingVersion: Rule = {
  id: 'missing-version',
  group: 'style',
  severity: 'warning',
  aliases: { accessAnalyzer: 'MISSING_VERSION', parliament: 'NO_VERSION' },
  reads: ['Version'],
  doc: 'a document has no `Version`, and is so read in the language of 2008, which has no policy variables (S3)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          { text: '{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}}' },
          {
            at: '',
            message: 'found no `Version`, so that the language of 2008 applies, without policy variables',
            help: 'add `"Version": "2012-10-17"`',
            marks: '{',
            fix: { to: '"Version": "2012-10-17",', keepsDecisions: true },
          },
        ),
        finds(
          {
            text: '{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}"}}',
          },
          { at: '', fix: { to: '"Version": "2012-10-17",', keepsDecisions: false } },
        ),
      ],
      good: [
        allow({}),
        ...(['scp', 'rcp'] as const).map((type) => ({
          type,
          text: '{"Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}',
        })),
      ],
    };
  },
  *check(context) {
    const { policy } = context;
    // Organizations policies without it have a finding of their own.
    if (policy.version !== undefined || policy.type === 'scp' || policy.type === 'rcp') return;
    const keepsDecisions = context.text?.includes('${') === false;
    yield {
      pointer: '',
      message: 'found no `Version`, so that the language of 2008 applies, without policy variables',
      help: 'add `"Version": "2012-10-17"`',
      fix: insertMember(context, '', { name: 'Version', json: '"2012-10-17"', keepsDecisions }),
    };
  },
};
