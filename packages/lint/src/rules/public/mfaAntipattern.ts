import { readBoolean } from '@policywright/conditions/values';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExample, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

const KEY = 'aws:MultiFactorAuthPresent';
const denials = (...conditions: readonly object[]): RuleExample =>
  documentOf('identity', ...conditions.map((Condition) => statement('Deny', { Condition })));

/** Reports conditions on MFA that do not hold what they promise. */
export const mfaAntipattern: Rule = {
  id: 'mfa-antipattern',
  group: 'public',
  severity: 'warning',
  aliases: { parliament: 'BAD_PATTERN_FOR_MFA' },
  reads: ['Effect', 'Condition'],
  doc: 'a condition on `aws:MultiFactorAuthPresent` does not keep out callers without MFA (S102, S125)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ Condition: { Bool: { [KEY]: 'false' } } }), {
          at: '/Statement/0/Condition/Bool/aws:MultiFactorAuthPresent',
          message:
            'found `Bool` on `aws:MultiFactorAuthPresent`, which does not deny callers with long-term access keys, whose requests do not have the key',
          help: 'write `"BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`',
          marks: '"aws:MultiFactorAuthPresent"',
        }),
        finds(allow({ Condition: { BoolIfExists: { [KEY]: 'true' } } }), {
          at: '/Statement/0/Condition/BoolIfExists/aws:MultiFactorAuthPresent',
          message:
            'found `BoolIfExists` on `aws:MultiFactorAuthPresent`, which lets callers with long-term access keys in, whose requests do not have the key',
          help: 'write `"Bool": { "aws:MultiFactorAuthPresent": "true" }`',
        }),
        finds(allow({ Condition: { Null: { [KEY]: 'false' } } }), {
          at: '/Statement/0/Condition/Null/aws:MultiFactorAuthPresent',
          message:
            'found `Null` on `aws:MultiFactorAuthPresent`, which lets all callers with temporary credentials in, with MFA or without',
          help: 'write `"Bool": { "aws:MultiFactorAuthPresent": "true" }`',
        }),
        finds(allow({ Condition: { Bool: { [KEY]: 'false' } } }), {
          at: '/Statement/0/Condition/Bool/aws:MultiFactorAuthPresent',
          message: 'found `Bool` on `aws:MultiFactorAuthPresent`, which lets callers in that have no MFA',
          help: 'write `"Bool": { "aws:MultiFactorAuthPresent": "true" }`',
        }),
        finds(deny({ Condition: { Null: { [KEY]: 'true' } } }), {
          at: '/Statement/0/Condition/Null/aws:MultiFactorAuthPresent',
          message:
            'found `Null` on `aws:MultiFactorAuthPresent`, which does not deny callers whose temporary credentials were issued without MFA',
          help: 'write `"BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`',
        }),
        finds(allow({ Condition: { Bool: { [KEY]: ['true', 'false'] } } }), {
          at: '/Statement/0/Condition/Bool/aws:MultiFactorAuthPresent',
        }),
        finds(allow({ Condition: { Null: { [KEY]: 'true' } } }), {
          at: '/Statement/0/Condition/Null/aws:MultiFactorAuthPresent',
          message:
            'found `Null` on `aws:MultiFactorAuthPresent`, which lets only callers with long-term access keys in, who have no MFA',
          help: 'write `"Bool": { "aws:MultiFactorAuthPresent": "true" }`',
        }),
        finds(denials({ Null: { [KEY]: 'false' } }, { BoolIfExists: { [KEY]: 'false' } }), {
          at: '/Statement/0/Condition/Null/aws:MultiFactorAuthPresent',
          message:
            'found `Null` on `aws:MultiFactorAuthPresent`, which denies callers with temporary credentials, with MFA or without',
          help: 'write `"BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`',
        }),
        // What is no Deny of the other half does not help.
        finds(
          documentOf(
            'identity',
            statement('Deny', { Condition: { Bool: { [KEY]: 'false' } } }),
            statement('Allow', { Condition: { Null: { [KEY]: 'true' } } }),
          ),
          { at: '/Statement/0/Condition/Bool/aws:MultiFactorAuthPresent' },
          { at: '/Statement/1/Condition/Null/aws:MultiFactorAuthPresent' },
        ),
        finds(
          denials(
            { Bool: { [KEY]: 'false' } },
            { 'ForAllValues:Null': { [KEY]: 'true' } },
            { Bool: { 'aws:SecureTransport': 'false' } },
            { Bool: { [KEY]: 'true' } },
          ),
          { at: '/Statement/0/Condition/Bool/aws:MultiFactorAuthPresent' },
        ),
        finds(
          denials({ Null: { [KEY]: 'true' } }, { Null: { [KEY]: 'false' } }),
          { at: '/Statement/0/Condition/Null/aws:MultiFactorAuthPresent' },
          { at: '/Statement/1/Condition/Null/aws:MultiFactorAuthPresent' },
        ),
        finds(
          denials({ Bool: { [KEY]: 'false' } }, { Null: { [KEY]: 'false' } }),
          { at: '/Statement/0/Condition/Bool/aws:MultiFactorAuthPresent' },
          { at: '/Statement/1/Condition/Null/aws:MultiFactorAuthPresent' },
        ),
      ],
      good: [
        deny({ Condition: { BoolIfExists: { [KEY]: 'false' } } }),
        allow({ Condition: { Bool: { [KEY]: 'true' } } }),
        denials({ Bool: { [KEY]: 'false' } }, { Null: { [KEY]: 'true' } }),
        denials({ Bool: { [KEY]: ['true', 'false'] } }, { Null: { [KEY]: 'true' } }),
        // With a set operator it tells nothing (S82).
        allow({ Condition: { 'ForAllValues:Null': { [KEY]: 'false' } } }),
      ],
    };
  },
  *check({ comparableStatements: statements }) {
    for (const statement of statements) {
      for (const facts of statement.conditionsOn(KEY.toLowerCase())) {
        const fault = faultOf(facts, statement, statements);
        if (fault === undefined) continue;
        yield {
          pointer: facts.pointer,
          markName: true,
          message: `found \`${facts.condition.operator.text}\` on \`${KEY}\`, which ${fault}`,
          help: statement.allows
            ? `write \`"Bool": { "${KEY}": "true" }\``
            : `write \`"BoolIfExists": { "${KEY}": "false" }\``,
        };
      }
    }
  },
};

function faultOf(
  facts: ConditionFacts,
  { allows }: StatementFacts,
  all: readonly StatementFacts[],
): string | undefined {
  const isFalse = facts.values.some((value) => readBoolean(value) === false);
  const { ifExists } = facts.condition.operator;
  if (facts.family === 'Null') return facts.isNullTest ? nullFault(isFalse, allows, all) : undefined;
  if (allows && isFalse) return 'lets callers in that have no MFA';
  if (allows && ifExists)
    return 'lets callers with long-term access keys in, whose requests do not have the key';
  if (isFalse && !ifExists && !hasPartner(all, 'Null', true))
    return 'does not deny callers with long-term access keys, whose requests do not have the key';
  return undefined;
}

/** `Null` only tells temporary credentials from long-term access keys. */
function nullFault(isFalse: boolean, allows: boolean, all: readonly StatementFacts[]): string | undefined {
  if (allows) {
    return isFalse
      ? 'lets all callers with temporary credentials in, with MFA or without'
      : 'lets only callers with long-term access keys in, who have no MFA';
  }
  if (!isFalse && hasPartner(all, 'Bool', false)) return undefined;
  return isFalse
    ? 'denies callers with temporary credentials, with MFA or without'
    : 'does not deny callers whose temporary credentials were issued without MFA';
}

/** Two Deny statements, one for absent keys and one for false ones, do it together. */
function hasPartner(all: readonly StatementFacts[], family: string, value: boolean): boolean {
  return all.some(
    (statement) =>
      !statement.allows &&
      statement
        .conditionsOn(KEY.toLowerCase())
        .some(
          (facts) =>
            facts.family === family &&
            facts.condition.operator.qualifier === undefined &&
            facts.values.some((text) => readBoolean(text) === value),
        ),
  );
}
