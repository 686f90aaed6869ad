import { arnForm } from '@policywright/conditions/values';
import { quote } from '@policywright/policy/text';
import { findVariables } from '../../facts/variables.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { isKmsKeyArnKey } from '../_internals/isKmsKeyArnKey.ts';

/** Reports values of ARN operators that are no ARN. */
export const invalidArnForOperator: Rule = {
  id: 'invalid-arn-for-operator',
  group: 'type',
  severity: 'warning',
  aliases: {},
  reads: ['Condition'],
  doc: 'a value of an ARN operator has not the six fields of an ARN, so that nothing can be told with it (S112)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { ArnLike: { 'aws:PrincipalArn': '111122223333' } } }), {
          at: '/Statement/0/Condition/ArnLike/aws:PrincipalArn',
          message: 'found `111122223333` under `ArnLike`, expected an ARN of six fields',
          marks: '"111122223333"',
        }),
        finds(allow({ Condition: { ArnEquals: { 'aws:SourceArn': ['arn:aws:sns:*'] } } }), {
          at: '/Statement/0/Condition/ArnEquals/aws:SourceArn/0',
        }),
        finds(deny({ Condition: { ArnLike: { 'aws:PrincipalArn': '*' } } }), {
          at: '/Statement/0/Condition/ArnLike/aws:PrincipalArn',
          message: 'found `*` under `ArnLike`, expected an ARN of six fields',
          help: 'write `arn:*:*:*:*:*` for any ARN, or `Null` to tell whether the key is there',
        }),
      ],
      good: [
        allow({ Condition: { ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/a', 'arn:*:*:*:*:*'] } } }),
        allow({ Condition: { ArnLike: { 'aws:PrincipalArn': '${aws:PrincipalTag/arn}' } } }),
        allow({ Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }),
        // Of this another rule speaks.
        allow({ Condition: { ArnLike: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'alias/a' } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      // Of the keys of KMS another rule speaks.
      if (facts.family !== 'Arn' || isKmsKeyArnKey(facts)) continue;
      for (const { text, pointer } of valueEntries(context, facts)) {
        const form = arnForm(text);
        if (form === 'arn' || findVariables(text).length > 0) continue;
        yield {
          pointer,
          message: `found ${quote(text)} under \`${facts.condition.operator.text}\`, expected an ARN of six fields`,
          help:
            form === 'lone-star'
              ? 'write `arn:*:*:*:*:*` for any ARN, or `Null` to tell whether the key is there'
              : undefined,
        };
      }
    }
  },
};
