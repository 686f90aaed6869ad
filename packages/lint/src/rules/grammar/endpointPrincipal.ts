import { hasGatewayEndpoints } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { isEveryone } from '../_internals/everyone.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

/** Reports principals of endpoint policies that gateway endpoints do not take. */
export const endpointPrincipal: Rule = {
  id: 'endpoint-principal',
  group: 'grammar',
  severity: 'warning',
  aliases: {},
  reads: ['Principal'],
  doc: 'a VPC endpoint policy names a principal, where gateway endpoints take only `*` and an account means its root user (S33)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('vpcEndpoint', { ...statement, Principal: { AWS: '111122223333' } }), {
          at: '/Statement/0/Principal/AWS',
          message: 'found the principal `111122223333`, which gateway endpoints do not take',
          help: 'write `*`, and narrow it with a condition on `aws:PrincipalArn` or `aws:PrincipalAccount`',
          marks: '"111122223333"',
        }),
        finds(documentOf('vpcEndpoint', { ...statement, Action: '*', Principal: { AWS: '111122223333' } }), {
          at: '/Statement/0/Principal/AWS',
        }),
        finds(
          documentOf('vpcEndpoint', {
            Effect: 'Allow',
            NotAction: 'sqs:*',
            Resource: '*',
            Principal: { AWS: '111122223333' },
          }),
          { at: '/Statement/0/Principal/AWS' },
        ),
        finds(
          documentOf('vpcEndpoint', {
            ...statement,
            Action: ['sqs:SendMessage', 's3:GetObject'],
            Principal: { AWS: '111122223333' },
          }),
          { at: '/Statement/0/Principal/AWS' },
        ),
        // What is filled in before it is deployed can be an action of S3.
        finds(
          documentOf('vpcEndpoint', {
            ...statement,
            Action: '${Action}',
            Principal: { AWS: '111122223333' },
          }),
          {
            at: '/Statement/0/Principal/AWS',
          },
        ),
      ],
      good: [
        // Queues have interface endpoints only.
        documentOf('vpcEndpoint', {
          ...statement,
          Action: 'sqs:SendMessage',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/u' },
        }),
        documentOf('vpcEndpoint', {
          ...statement,
          Principal: '*',
          Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
        }),
        documentOf('resource', {
          ...statement,
          Resource: 'arn:aws:s3:::b/*',
          Principal: { AWS: '111122223333' },
        }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'vpcEndpoint' || context.endpointType === 'interface') return;
    for (const statement of context.statements) {
      if (context.endpointType === undefined && !canBeOfGateway(statement)) continue;
      for (const { entry, pointer } of principalsOf(context, statement)) {
        if (entry.kind !== 'AWS' || isEveryone(entry)) continue;
        yield {
          pointer,
          message: `found the principal ${quote(entry.value)}, which gateway endpoints do not take`,
          help: 'write `*`, and narrow it with a condition on `aws:PrincipalArn` or `aws:PrincipalAccount`',
        };
      }
    }
  },
};

/** Whether one of its actions is of a service with gateway endpoints; all others have interface endpoints only. */
function canBeOfGateway({ actions, statement }: StatementFacts): boolean {
  return (
    statement.action.negated ||
    actions.some(({ facts }) => facts.isOfAnyService || hasGatewayEndpoints(facts.prefix))
  );
}
