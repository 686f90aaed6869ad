import type { Rule } from '../../model/rule.ts';
import { checkSize } from '../_internals/documentSize.ts';
import { allow } from '../_internals/exampleDocuments.ts';

/** Reports identity policies, boundaries and session policies that are too large. */
export const policySizeExceedsIdentityPolicyQuota: Rule = {
  id: 'policy-size-exceeds-identity-policy-quota',
  group: 'quota',
  severity: 'warning',
  aliases: { accessAnalyzer: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA' },
  reads: ['Document'],
  doc: 'an identity policy or boundary has more than 6,144 characters, or a session policy more than 2,048 (S36, S38)',
  examples: {
    bad: [
      allow({ Resource: `arn:aws:s3:::${'b'.repeat(6100)}` }),
      { ...allow({ Resource: `arn:aws:s3:::${'b'.repeat(2100)}` }), type: 'session' },
    ],
    good: [allow({ Resource: `arn:aws:s3:::${'b'.repeat(5000)}` })],
  },
  *check(context) {
    const { type } = context;
    if (type === 'identity' || type === 'boundary') {
      yield* checkSize(context, { type }, 'a managed policy');
    } else if (type === 'session') {
      yield* checkSize(context, { type }, 'a session policy');
    }
  },
};
