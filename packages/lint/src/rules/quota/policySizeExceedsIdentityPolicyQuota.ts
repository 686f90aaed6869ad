import { POLICY_TYPE_WORDS } from '@policywright/policy';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkInlineSize, checkSize } from '../_internals/documentSize.ts';
import { allow, finds, trust } from '../_internals/exampleDocuments.ts';

/** Reports identity policies, boundaries and session policies that are too large. */
export const policySizeExceedsIdentityPolicyQuota: Rule = {
  id: 'policy-size-exceeds-identity-policy-quota',
  group: 'quota',
  severity: 'warning',
  aliases: { accessAnalyzer: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA' },
  reads: ['Document'],
  doc: 'a managed policy, all inline policies of a user, group or role, or a session policy have more characters than AWS takes (S36, S38)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: `arn:aws:s3:::${'b'.repeat(6100)}` }), {
          at: '',
          message: 'found 6208 characters without white space, more than the 6144 of a managed policy',
          help: 'split the document, or shorten lists with wildcards',
          marks: '{',
        }),
        finds(
          { ...allow({ Resource: `arn:aws:s3:::${'b'.repeat(2100)}` }), type: 'session' },
          {
            at: '',
            message: 'found 2208 characters, more than the 2048 of a session policy',
            help: 'split the document, or shorten lists with wildcards',
          },
        ),
        finds({ ...allow({ Resource: `arn:aws:s3:::${'b'.repeat(6100)}` }), type: 'boundary' }, { at: '' }),
      ],
      good: [
        allow({ Resource: `arn:aws:s3:::${'b'.repeat(5000)}` }),
        trust({ Principal: { AWS: `arn:aws:iam::111122223333:role/${'r'.repeat(2100)}` } }),
      ],
    };
  },
  *check(context) {
    const { type } = context;
    if (type === 'identity' && context.inline.length > 0) {
      yield* checkInlineSize(context);
    } else if (type === 'identity' || type === 'boundary') {
      yield* checkSize(context, { type }, 'a managed policy');
    } else if (type === 'session') {
      yield* checkSize(context, { type }, POLICY_TYPE_WORDS.session.title);
    }
  },
};
