import { keyDefinition } from '../../facts/keyDefinition.ts';
import { hasOneValue } from '../../data/looseKeys.ts';
import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports multivalued keys without a set operator. */
export const missingQualifier: Rule = {
  id: 'missing-qualifier',
  group: 'type',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_QUALIFIER' },
  reads: ['Condition'],
  doc: 'a multivalued condition key stands under an operator without `ForAllValues` or `ForAnyValue` (S87)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 'aws:TagKeys': 'team' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:TagKeys',
          message: 'found `aws:TagKeys` under `StringEquals`, but requests can have several values of it',
          help: 'write `ForAnyValue:StringEquals` or `ForAllValues:StringEquals`',
          marks: '"aws:TagKeys"',
        }),
      ],
      good: [
        allow({ Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'team' } } }),
        allow({ Condition: { Null: { 'aws:TagKeys': 'false' } } }),
        allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
        // The reference calls it multivalued, requests have one value of it.
        allow({
          Action: 'events:PutEvents',
          Resource: '*',
          Condition: { StringEquals: { 'events:source': 'app' } },
        }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      const { operator, key } = facts.condition;
      if (operator.qualifier !== undefined || facts.family === 'Null') continue;
      if (keyDefinition(facts)?.multivalued !== true || hasOneValue(facts.key)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(key)} under \`${operator.text}\`, but requests can have several values of it`,
        help: `write \`ForAnyValue:${operator.text}\` or \`ForAllValues:${operator.text}\``,
      };
    }
  },
};
