import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkIdFormat } from '../_internals/checkIdFormat.ts';

/** Reports values of `aws:SourceVpc` that are no VPC ids. */
export const invalidVpcFormat: Rule = {
  id: 'invalid-vpc-format',
  group: 'type',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_VPC_FORMAT' },
  reads: ['Condition'],
  doc: 'a value of `aws:SourceVpc` is no id of a VPC',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'my-vpc' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:SourceVpc',
          message: 'found `my-vpc`, expected an id such as `vpc-0a1b2c3d4e5f67890`',
          marks: '"my-vpc"',
        }),
        finds(
          allow({ Condition: { StringLike: { 'aws:SourceVpc': ['vpc-0a1b2c3d4', 'vpc-0a1b2c3g'] } } }),
          {
            at: '/Statement/0/Condition/StringLike/aws:SourceVpc/0',
          },
          { at: '/Statement/0/Condition/StringLike/aws:SourceVpc/1' },
        ),
        finds(
          allow({ Condition: { StringEquals: { 'aws:SourceVpc': ['igw-0a1b2c3d', 'vpc-*'] } } }),
          { at: '/Statement/0/Condition/StringEquals/aws:SourceVpc/0' },
          { at: '/Statement/0/Condition/StringEquals/aws:SourceVpc/1' },
        ),
      ],
      good: [
        allow({ Condition: { StringLike: { 'aws:SourceVpc': ['vpc-0a1b2c3d', 'vpc-*'] } } }),
        allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d4e5f67890' } } }),
        allow({ Condition: { StringEquals: { 'aws:SourceVpc': '${aws:PrincipalTag/vpc}' } } }),
        allow({ Condition: { StringEquals: { 'aws:PrincipalTag/vpc': 'my-vpc' } } }),
        allow({ Condition: { Null: { 'aws:SourceVpc': 'true' } } }),
      ],
    };
  },
  check: (context) => checkIdFormat(context, { key: 'aws:sourcevpc', start: 'vpc-' }),
};
