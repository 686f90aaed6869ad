import { findGlobalKey } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { bindsPrincipals } from '../../facts/keyPresence.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

const ArnLike = { 'aws:SourceArn': 'arn:aws:lambda:*:111122223333:function:orders' };

/** Reports keys that only requests of services have, in policies that bind no services. */
export const serviceKeyInPrincipalPolicy: Rule = {
  id: 'service-key-in-principal-policy',
  group: 'mismatch',
  severity: 'warning',
  aliases: {},
  reads: ['Condition'],
  doc: 'a policy of users and roles, or of their accounts, tests a condition key that only requests of service principals have (S181)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { ArnLike } }), {
          at: '/Statement/0/Condition/ArnLike/aws:SourceArn',
          message:
            'found `aws:SourceArn`, which only requests of service principals have, in a policy that does not bind them',
          help: 'test the caller, as with `aws:PrincipalArn` or `lambda:SourceFunctionArn`, or the way, as with `aws:ViaAWSService`',
          marks: '"aws:SourceArn"',
        }),
        finds(
          documentOf(
            'scp',
            statement('Deny', {
              Resource: '*',
              Condition: { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } },
            }),
          ),
          { at: '/Statement/0/Condition/StringNotEqualsIfExists/aws:SourceOrgID' },
        ),
        finds(
          documentOf(
            'boundary',
            statement('Allow', { Condition: { Null: { 'aws:PrincipalServiceName': 'true' } } }),
          ),
          { at: '/Statement/0/Condition/Null/aws:PrincipalServiceName' },
        ),
      ],
      good: [
        bucket({ Principal: '*', Condition: { ArnLike } }),
        documentOf('rcp', statement('Deny', { Principal: '*', Condition: { ArnNotLikeIfExists: ArnLike } })),
        allow({ Condition: { Bool: { 'aws:PrincipalIsAWSService': 'false' } } }),
      ],
    };
  },
  *check(context) {
    if (!bindsPrincipals(context.type)) return;
    for (const { facts } of context.conditions) {
      const callers = findGlobalKey(facts.key)?.principals;
      if (callers?.every((caller) => caller === 'service') !== true) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(facts.condition.key)}, which only requests of service principals have, in a policy that does not bind them`,
        help: 'test the caller, as with `aws:PrincipalArn` or `lambda:SourceFunctionArn`, or the way, as with `aws:ViaAWSService`',
      };
    }
  },
};
