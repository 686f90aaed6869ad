import { parseArn } from '@policywright/arn';
import { quote } from '@policywright/policy/text';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, endpoint, finds, statement } from '../_internals/exampleDocuments.ts';

/** Reports patterns of account ids in ARNs of endpoint policies. */
export const endpointAccountPattern: Rule = {
  id: 'endpoint-account-pattern',
  group: 'grammar',
  severity: 'warning',
  aliases: {},
  reads: ['Resource', 'Condition'],
  doc: 'an ARN of a VPC endpoint policy has a part of an account id and a wildcard in one, where it takes one or the other (S33)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(endpoint({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:1111*:q' }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:sqs:*:1111*:q`, whose account `1111*` is part of an id and a wildcard in one',
          help: 'write the whole account id, or `*`',
          marks: '"arn:aws:sqs:*:1111*:q"',
        }),
        finds(
          endpoint({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::11112222333?:role/a' } } }),
          {
            at: '/Statement/0/Condition/ArnLike/aws:PrincipalArn',
          },
        ),
        finds(
          endpoint({
            Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*3333:role/application' } },
          }),
          { at: '/Statement/0/Condition/StringLike/aws:PrincipalArn' },
        ),
      ],
      good: [
        endpoint({
          Action: 'sqs:SendMessage',
          Resource: ['arn:aws:sqs:*:*:queue', 'arn:aws:sqs:*:111122223333:q*'],
        }),
        endpoint({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a' } } }),
        documentOf('identity', statement('Allow', { Action: 'sqs:*', Resource: 'arn:aws:sqs:*:1111*:q' })),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'vpcEndpoint') return;
    for (const { text, pointer } of arnsOf(context)) {
      const account = parseArn(text)?.account ?? '';
      if (!/[*?]/.test(account) || /^\*+$/.test(account)) continue;
      yield {
        pointer,
        message: `found ${quote(text)}, whose account ${quote(account)} is part of an id and a wildcard in one`,
        help: 'write the whole account id, or `*`',
      };
    }
  },
};

function arnsOf(context: LintContext): readonly { readonly text: string; readonly pointer: string }[] {
  const resources = context.resources.map(({ facts, pointer }) => ({ text: facts.text, pointer }));
  return [...resources, ...context.conditions.flatMap(({ facts }) => [...valueEntries(context, facts)])];
}
