import type { Rule } from '../../model/rule.ts';
import { checkSize } from '../_internals/documentSize.ts';
import { documentOf } from '../_internals/exampleDocuments.ts';

const statement = { Effect: 'Deny', Action: 's3:*' };

/** Reports Organizations policies that are too large. */
export const policySizeExceedsScpQuota: Rule = {
  id: 'policy-size-exceeds-scp-quota',
  group: 'quota',
  severity: 'error',
  aliases: { accessAnalyzer: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA' },
  reads: ['Document'],
  doc: 'a service or resource control policy has more than 5,120 characters, or the number that the settings say (S39)',
  examples: {
    bad: [documentOf('scp', { ...statement, Resource: `arn:aws:s3:::${'b'.repeat(5120)}` })],
    good: [documentOf('scp', { ...statement, Resource: '*' })],
  },
  *check(context) {
    if (context.type !== 'scp' && context.type !== 'rcp') return;
    const quota = context.settings.scpQuota ?? 5120;
    yield* checkSize(context, { quota, whitespace: true, title: 'an Organizations policy' });
  },
};
