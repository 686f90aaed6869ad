import { quote } from '@policywright/policy/text';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { Rule } from '../../model/rule.ts';
import { finds, trust } from '../_internals/exampleDocuments.ts';
import { ASSUME_ACTIONS, trustedKind } from '../_internals/trustActions.ts';

const SAML = { Federated: 'arn:aws:iam::111122223333:saml-provider/idp' };

/** Reports actions of trust policies that none of the principals can use. */
export const mismatchedActionForPrincipal: Rule = {
  id: 'mismatched-action-for-principal',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISMATCHED_ACTION_FOR_PRINCIPAL' },
  reads: ['Principal', 'Action'],
  doc: 'an action of a trust policy is not the one with which its principals assume a role',
  examples: {
    bad: [
      finds(trust({ Principal: SAML, Action: 'sts:AssumeRole' }), {
        at: '/Statement/0/Action',
        message: 'found `sts:AssumeRole`, which no principal of the statement can use',
      }),
      finds(trust({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRoleWithWebIdentity' }), {
        at: '/Statement/0/Action',
      }),
    ],
    good: [
      trust({ Principal: SAML, Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'] }),
      trust({ Principal: { AWS: '111122223333' } }),
    ],
  },
  *check(context) {
    if (context.type !== 'trust') return;
    for (const statement of context.statements) {
      const kinds = new Set(principalsOf(context, statement).map(trustedKind));
      if (!statement.allows || statement.statement.action.negated || kinds.size === 0 || kinds.has('any'))
        continue;
      for (const entry of statement.actions) {
        const { facts } = entry;
        const users = ASSUME_ACTIONS[facts.text.toLowerCase()];
        if (users === undefined || users.some((kind) => kinds.has(kind))) continue;
        yield {
          pointer: entry.pointer,
          message: `found ${quote(facts.text)}, which no principal of the statement can use`,
        };
      }
    }
  },
};
