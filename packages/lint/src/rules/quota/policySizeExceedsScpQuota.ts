import { POLICY_TYPE_WORDS } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkSize } from '../_internals/documentSize.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';

const statement = { Effect: 'Deny', Action: 's3:*' };
const LONG = `arn:aws:s3:::${'b'.repeat(8000)}`;

/** Reports service control policies that are too large. */
export const policySizeExceedsScpQuota: Rule = {
  id: 'policy-size-exceeds-scp-quota',
  group: 'quota',
  severity: 'error',
  aliases: { accessAnalyzer: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA' },
  reads: ['Document'],
  doc: 'a service control policy has more than 10,240 characters with white space, or the number that the settings say (S39)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('scp', { ...statement, Resource: [LONG, 'arn:aws:s3:::' + 'c'.repeat(2200)] }), {
          at: '',
          message: 'found 10317 characters, more than the 10240 of a service control policy',
          help: 'split the document, or shorten lists with wildcards',
          marks: '{',
        }),
        finds(
          { ...documentOf('scp', { ...statement, Resource: LONG }), settings: { scpQuota: 5120 } },
          { at: '' },
        ),
      ],
      good: [
        documentOf('scp', { ...statement, Resource: LONG }),
        documentOf('identity', { ...statement, Resource: [LONG, 'arn:aws:s3:::' + 'c'.repeat(2200)] }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'scp') return;
    const { scpQuota } = context.settings;
    const limits = scpQuota === undefined ? {} : { 'service-control-policy': scpQuota };
    yield* checkSize(context, { type: 'scp', limits }, POLICY_TYPE_WORDS.scp.title);
  },
};
