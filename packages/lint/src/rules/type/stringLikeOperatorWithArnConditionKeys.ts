import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { isArnUnderStringLike } from '../_internals/operatorFit.ts';

/** AWS managed policies that IAM Access Analyzer passes over; source: its reference of checks, 2026-11-29. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'AmazonSecurityLakeAdministrator',
  'AWSCodePipeline_FullAccess',
  'AWSCodePipeline_ReadOnlyAccess',
  'S3UnlockBucketPolicy',
  'SQSUnlockQueuePolicy',
]);

/** Reports patterns of texts for keys whose values are ARNs. */
export const stringLikeOperatorWithArnConditionKeys: Rule = {
  id: 'string-like-operator-with-arn-condition-keys',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS' },
  reads: ['Condition'],
  doc: 'a key whose values are ARNs stands under `StringLike` or `StringNotLike`, whose wildcards run past colons (S50, S110)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:t' } } }), {
          at: '/Statement/0/Condition/StringLike/aws:SourceArn',
          message: 'found `aws:SourceArn` under `StringLike`, whose wildcards run past the colons of an ARN',
          help: 'use `ArnLike`, with an ARN of six fields',
          marks: '"aws:SourceArn"',
        }),
        finds(
          allow({
            Condition: {
              'ForAnyValue:StringNotLikeIfExists': { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a' },
            },
          }),
          {
            at: '/Statement/0/Condition/ForAnyValue:StringNotLikeIfExists/aws:PrincipalArn',
            message:
              'found `aws:PrincipalArn` under `ForAnyValue:StringNotLikeIfExists`, whose wildcards run past the colons of an ARN',
            help: 'use `ForAnyValue:ArnNotLikeIfExists`, with an ARN of six fields',
          },
        ),
        finds(
          allow({ Condition: { StringLike: { 'aws:SourceArn': ['*', 'arn:aws:sns:*:111122223333:t'] } } }),
          {
            at: '/Statement/0/Condition/StringLike/aws:SourceArn',
          },
        ),
      ],
      good: [
        allow({ Condition: { StringNotLike: { 'aws:SourceArn': '*' } } }),
        allow({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:t' } } }),
        allow({ Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:t' } } }),
        allow({ Condition: { StringLike: { 'aws:PrincipalTag/arn': 'arn:aws:sns:*:111122223333:t' } } }),
      ],
    };
  },
  *check(context) {
    if (isPassedOver(context)) return;
    for (const { facts } of context.conditions) {
      const { operator, key } = facts.condition;
      // A lone `*` only asks whether the key is there, of which another rule speaks.
      if (!isArnUnderStringLike(facts) || facts.values.every((value) => /^\*+$/.test(value))) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(key)} under \`${operator.text}\`, whose wildcards run past the colons of an ARN`,
        help: `use \`${operator.text.replace(/String(?=(?:Not)?Like)/i, 'Arn')}\`, with an ARN of six fields`,
      };
    }
  },
};

function isPassedOver({ policy: { name = '' } }: LintContext): boolean {
  return (
    /^arn:[a-z-]+:iam::aws:policy\//.test(name) && PASSED_OVER.has(name.slice(name.lastIndexOf('/') + 1))
  );
}
