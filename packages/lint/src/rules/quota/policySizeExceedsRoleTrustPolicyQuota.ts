import { POLICY_TYPE_WORDS } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkSize } from '../_internals/documentSize.ts';
import { bucket, finds, trust } from '../_internals/exampleDocuments.ts';

/** Reports trust policies that are too large. */
export const policySizeExceedsRoleTrustPolicyQuota: Rule = {
  id: 'policy-size-exceeds-role-trust-policy-quota',
  group: 'quota',
  severity: 'warning',
  aliases: { accessAnalyzer: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA' },
  reads: ['Document'],
  doc: 'a role trust policy has more than 2,048 characters, or the number that the settings say, at most 8,192 (S37)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: { AWS: `arn:aws:iam::111122223333:role/${'r'.repeat(2048)}` } }), {
          at: '',
          message: 'found 2185 characters without white space, more than the 2048 of a role trust policy',
          help: 'shorten lists with wildcards, or have the quota raised, to 8192 at most, and tell the settings',
          marks: '{',
        }),
      ],
      good: [
        trust({ Principal: { AWS: 'arn:aws:iam::111122223333:role/r' } }),
        {
          ...trust({ Principal: { AWS: `arn:aws:iam::111122223333:role/${'r'.repeat(2048)}` } }),
          settings: { trustQuota: 8192 },
        },
        bucket({ Principal: { AWS: `arn:aws:iam::111122223333:role/${'r'.repeat(2048)}` } }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'trust') return;
    const { trustQuota } = context.settings;
    const limits = trustQuota === undefined ? {} : { 'trust-policy': trustQuota };
    yield* checkSize(context, { type: 'trust', limits }, POLICY_TYPE_WORDS.trust.title);
  },
};
