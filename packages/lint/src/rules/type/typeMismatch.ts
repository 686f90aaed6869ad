import { quote } from '@policywright/policy/text';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { operatorFit, suitableOperators } from '../_internals/operatorFit.ts';

/** Reports operators that do not suit the type of their key. */
export const typeMismatch: Rule = {
  id: 'type-mismatch',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'TYPE_MISMATCH', parliament: 'MISMATCHED_TYPE' },
  reads: ['Condition'],
  doc: 'an operator does not suit the type of its condition key',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 'aws:SourceIp': '203.0.113.0/24' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:SourceIp',
          message: 'found `aws:SourceIp` under `StringEquals`, but its values are of type IPAddress',
          help: 'use `IpAddress` or `NotIpAddress`',
          marks: '"aws:SourceIp"',
        }),
        finds(allow({ Condition: { NumericEquals: { 'aws:SecureTransport': '1' } } }), {
          at: '/Statement/0/Condition/NumericEquals/aws:SecureTransport',
          message: 'found `aws:SecureTransport` under `NumericEquals`, but its values are of type Bool',
          help: 'use `Bool`',
        }),
        finds(allow({ Condition: { IpAddress: { 'aws:PrincipalOrgID': '203.0.113.0/24' } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:PrincipalOrgID',
          message: 'found `aws:PrincipalOrgID` under `IpAddress`, but its values are of type String',
          help: 'use a String operator',
        }),
        finds(allow({ Condition: { StringEquals: { 'aws:MultiFactorAuthPresent': 'true' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:MultiFactorAuthPresent',
          message: 'found `aws:MultiFactorAuthPresent` under `StringEquals`, but its values are of type Bool',
          help: 'use `Bool`',
        }),
        finds(allow({ Condition: { StringLike: { 'aws:EpochTime': '17*' } } }), {
          at: '/Statement/0/Condition/StringLike/aws:EpochTime',
          message: 'found `aws:EpochTime` under `StringLike`, but its values are of type Date',
          help: 'use a Date operator',
        }),
        finds(allow({ Condition: { Bool: { 'aws:SourceArn': 'true' } } }), {
          at: '/Statement/0/Condition/Bool/aws:SourceArn',
          message: 'found `aws:SourceArn` under `Bool`, but its values are of type ARN',
          help: 'use `ArnLike` or `ArnNotLike`',
        }),
        finds(allow({ Condition: { DateLessThan: { 'aws:PrincipalTag/until': '2027-01-01T00:00:00Z' } } }), {
          at: '/Statement/0/Condition/DateLessThan/aws:PrincipalTag~1until',
        }),
        finds(
          deny({
            Condition: {
              StringNotEquals: {
                'aws:Ec2InstanceSourcePrivateIPv4': ['${aws:VpcSourceIp}', '203.0.113.7'],
              },
            },
          }),
          { at: '/Statement/0/Condition/StringNotEquals/aws:Ec2InstanceSourcePrivateIPv4' },
        ),
      ],
      good: [
        allow({ Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:s3:::b' } } }),
        deny({
          Condition: { StringNotEquals: { 'aws:Ec2InstanceSourcePrivateIPv4': '${aws:VpcSourceIp}' } },
        }),
        allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
        allow({ Condition: { NumericLessThan: { 'aws:EpochTime': '1735689600' } } }),
        allow({ Condition: { NumericLessThan: { 'aws:PrincipalTag/level': '5' } } }),
        allow({ Condition: { Null: { 'aws:SourceIp': 'false' } } }),
        // Of a key that is not known it says nothing.
        allow({ Condition: { Bool: { 'app:trusted': 'true' } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (operatorFit(facts) !== 'wrong' || (context.hasVariables && comparesVariables(facts))) continue;
      const { key, operator } = facts.condition;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(key)} under \`${operator.text}\`, but its values are of type ${keyDefinition(facts)?.type ?? ''}`,
        help: `use ${suitableOperators(facts)}`,
      };
    }
  },
};

/** Operators of numbers, dates, truths and addresses take no variables, so that texts are all there is to compare. */
function comparesVariables({ family, values }: ConditionFacts): boolean {
  return family === 'String' && values.length > 0 && values.every((value) => findVariables(value).length > 0);
}
