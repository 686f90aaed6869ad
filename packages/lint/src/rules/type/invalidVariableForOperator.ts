import { quote } from '@policywright/policy/text';
import { findVariables } from '../../facts/variables.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

const WITHOUT_VARIABLES: ReadonlySet<string> = new Set(['Numeric', 'Date', 'Bool', 'Binary', 'Ip', 'Null']);

/** Reports variables under operators that do not replace them. */
export const invalidVariableForOperator: Rule = {
  id: 'invalid-variable-for-operator',
  group: 'type',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_VARIABLE_FOR_OPERATOR' },
  reads: ['Condition'],
  doc: 'a policy variable stands under an operator that does not replace variables (S115)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { IpAddress: { 'aws:SourceIp': '${aws:PrincipalTag/ip}' } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:SourceIp',
          message: 'found `${aws:PrincipalTag/ip}` under `IpAddress`, which does not replace variables',
          help: 'use a String or ARN operator',
          marks: '"${aws:PrincipalTag/ip}"',
        }),
        finds(deny({ Condition: { Bool: { 'aws:SecureTransport': '${aws:MultiFactorAuthPresent}' } } }), {
          at: '/Statement/0/Condition/Bool/aws:SecureTransport',
        }),
        finds(
          documentOf(
            'identity',
            statement('Allow', {
              Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '${aws:PrincipalTag/age}' } },
            }),
            statement('Allow', {
              Condition: { DateLessThan: { 'aws:CurrentTime': '${aws:PrincipalTag/end}' } },
            }),
            statement('Allow', {
              Condition: { BinaryEquals: { 'kms:RecipientAttestation:PCR0': '${aws:PrincipalTag/pcr}' } },
            }),
            statement('Allow', { Condition: { Null: { 'aws:TokenIssueTime': '${aws:PrincipalTag/user}' } } }),
          ),
          { at: '/Statement/0/Condition/NumericLessThan/aws:MultiFactorAuthAge' },
          { at: '/Statement/1/Condition/DateLessThan/aws:CurrentTime' },
          { at: '/Statement/2/Condition/BinaryEquals/kms:RecipientAttestation:PCR0' },
          { at: '/Statement/3/Condition/Null/aws:TokenIssueTime' },
        ),
      ],
      good: [
        allow({ Condition: { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } } }),
        allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (!WITHOUT_VARIABLES.has(facts.family)) continue;
      for (const { text, pointer } of valueEntries(context, facts)) {
        if (findVariables(text).length === 0) continue;
        yield {
          pointer,
          message: `found ${quote(text)} under \`${facts.condition.operator.text}\`, which does not replace variables`,
          help: 'use a String or ARN operator',
        };
      }
    }
  },
};
