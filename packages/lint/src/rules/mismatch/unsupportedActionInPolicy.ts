import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';

const Principal = { AWS: '111122223333' };

/** Reports actions of trust policies that are not of STS. */
export const unsupportedActionInPolicy: Rule = {
  id: 'unsupported-action-in-policy',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_ACTION_IN_POLICY' },
  reads: ['Action'],
  doc: 'a trust policy has an action that is not of STS, where no request for it is ever checked',
  examples: {
    bad: [
      finds(trust({ Principal, Action: ['sts:AssumeRole', 's3:GetObject'] }), {
        at: '/Statement/0/Action/1',
        message: 'found `s3:GetObject` in a role trust policy, which is about actions of `sts` only',
      }),
    ],
    good: [trust({ Principal, Action: 'sts:*' })],
  },
  *check(context) {
    if (context.policy.type !== 'trust') return;
    for (const entry of context.actions) {
      const { facts, unknown } = entry;
      if (unknown || facts.prefix === 'sts' || facts.isEverything || facts.prefix === '') continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)} in a role trust policy, which is about actions of \`sts\` only`,
      };
    }
  },
};
