import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { checkServiceActions } from '../_internals/checkServiceActions.ts';
import { documentOf, finds, trust } from '../_internals/exampleDocuments.ts';

const NEEDED = ['sts:AssumeRole', 'sts:TagSession'];
const Principal = { Service: 'pods.eks.amazonaws.com' };

/**
 * Reports trust in EKS Pod Identity without the actions that it uses. A warning, since an association can be made
 * without session tags.
 */
export const missingActionForPodIdentityTrustPolicy: Rule = {
  id: 'missing-action-for-pod-identity-trust-policy',
  group: 'mismatch',
  severity: 'warning',
  aliases: {},
  reads: ['Principal', 'Action'],
  doc: 'a trust policy for EKS Pod Identity lacks one of the two actions that the service uses',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal }), {
          at: '/Statement/0/Action',
          message: 'found trust in EKS Pod Identity without `sts:TagSession`',
          help: 'add it',
          marks: '"sts:AssumeRole"',
        }),
        finds(trust({ Principal, Action: 'sts:GetCallerIdentity' }), {
          at: '/Statement/0/Action',
          message: 'found trust in EKS Pod Identity without `sts:AssumeRole` and `sts:TagSession`',
          help: 'add them',
        }),
      ],
      good: [
        trust({ Principal, Action: NEEDED }),
        trust({ Principal, Action: 'sts:*' }),
        trust({ Principal: { Service: 'eks.amazonaws.com' } }),
        documentOf('trust', { Effect: 'Deny', Principal, Action: 'sts:AssumeRole' }),
        documentOf('resource', { Effect: 'Allow', Principal, Action: 'sts:AssumeRole', Resource: '*' }),
      ],
    };
  },
  check: (context) =>
    checkServiceActions(context, {
      title: 'EKS Pod Identity',
      principal: Principal.Service,
      actions: NEEDED,
    }),
};
