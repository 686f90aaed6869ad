import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, finds } from '../_internals/exampleDocuments.ts';
import { namesSource, trustedServices } from '../_internals/servicePrincipals.ts';

const Principal = { Service: 'cloudtrail.amazonaws.com' };
const acl = { 's3:x-amz-acl': 'bucket-owner-full-control' };

/** Reports conditions on services that do not say for whom they may call. */
export const recommendedConditionKeyForServicePrincipal: Rule = {
  id: 'recommended-condition-key-for-service-principal',
  group: 'public',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL' },
  reads: ['Principal', 'Condition'],
  doc: 'a resource policy trusts a service under conditions none of which says for whose resources it may call (S181)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal, Action: 's3:PutObject', Condition: { StringEquals: acl } }), {
          at: '/Statement/0/Principal/Service',
          message:
            'found conditions on `cloudtrail.amazonaws.com`, none of which says for whose resources it may call',
          help: 'add a condition on `aws:SourceArn` or `aws:SourceAccount`',
          marks: '"cloudtrail.amazonaws.com"',
        }),
        // It holds for calls that name no source.
        finds(
          bucket({ Principal, Condition: { StringNotEquals: { 'aws:SourceAccount': '111122223333' } } }),
          {
            at: '/Statement/0/Principal/Service',
          },
        ),
      ],
      good: [
        bucket({
          Principal,
          Action: 's3:PutObject',
          Condition: { StringEquals: { ...acl, 'aws:SourceAccount': '111122223333' } },
        }),
        // Of that another rule speaks.
        bucket({ Principal, Action: 's3:PutObject' }),
        ...[
          { 'ForAnyValue:StringLike': { 'aws:SourceOrgPaths': 'o-a1b2c3d4e5/*' } },
          { StringEquals: { 'aws:SourceOwner': '111122223333' } },
        ].map((Condition) => bucket({ Principal, Condition })),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      if (namesSource(statement) || statement.conditions.length === 0) continue;
      for (const { entry, pointer } of trustedServices(context, statement)) {
        yield {
          pointer,
          message: `found conditions on ${quote(entry.value)}, none of which says for whose resources it may call`,
          help: 'add a condition on `aws:SourceArn` or `aws:SourceAccount`',
        };
      }
    }
  },
};
