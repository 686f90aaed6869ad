import { POLICY_TYPE_WORDS } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkSize } from '../_internals/documentSize.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';

const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*' };

/** Reports resource control policies that are too large. */
export const policySizeExceedsRcpQuota: Rule = {
  id: 'policy-size-exceeds-rcp-quota',
  group: 'quota',
  severity: 'error',
  aliases: { accessAnalyzer: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA' },
  reads: ['Document'],
  doc: 'a resource control policy has more than 5,120 characters with white space, or the number that the settings say (S39)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', { ...statement, Resource: `arn:aws:s3:::${'b'.repeat(5120)}` }), {
          at: '',
          message: 'found 5235 characters, more than the 5120 of a resource control policy',
          help: 'split the document, or shorten lists with wildcards',
          marks: '{',
        }),
        finds(
          { ...documentOf('rcp', { ...statement, Resource: '*' }), settings: { rcpQuota: 50 } },
          { at: '' },
        ),
      ],
      good: [
        documentOf('rcp', { ...statement, Resource: `arn:aws:s3:::${'b'.repeat(4900)}` }),
        documentOf('scp', { Effect: 'Deny', Action: 's3:*', Resource: `arn:aws:s3:::${'b'.repeat(5120)}` }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'rcp') return;
    const { rcpQuota } = context.settings;
    const limits = rcpQuota === undefined ? {} : { 'resource-control-policy': rcpQuota };
    yield* checkSize(context, { type: 'rcp', limits }, POLICY_TYPE_WORDS.rcp.title);
  },
};
