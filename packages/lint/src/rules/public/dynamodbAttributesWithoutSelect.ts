import { getService } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { keysOf } from '../../facts/actionFit.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

const Resource = 'arn:aws:dynamodb:eu-west-1:111122223333:table/t';
const read = { Action: ['dynamodb:GetItem', 'dynamodb:PutItem'], Resource };
const listed = { 'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['id', 'score'] } };
const hidden = { 'ForAnyValue:StringEquals': { 'dynamodb:Attributes': ['secret'] } };
const SELECT = 'dynamodb:Select';
const named = { [SELECT]: 'SPECIFIC_ATTRIBUTES' };

/** Reports limits on attributes that reads of whole items do not meet. */
export const dynamodbAttributesWithoutSelect: Rule = {
  id: 'dynamodb-attributes-without-select',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT' },
  reads: ['Action', 'Condition'],
  doc: 'a condition on `dynamodb:Attributes` is on reads that need not name attributes, and then return all of them',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ ...read, Condition: listed }), {
          at: '/Statement/0/Condition/ForAllValues:StringEquals/dynamodb:Attributes',
          message:
            'found `dynamodb:Attributes` without `dynamodb:Select`: reads that name no attributes return all of them',
          help: 'add `"StringEquals": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" }`',
          marks: '"dynamodb:Attributes"',
        }),
        finds(allow({ ...read, Condition: { ...listed, StringEquals: { [SELECT]: 'ALL_ATTRIBUTES' } } }), {
          at: '/Statement/0/Condition/ForAllValues:StringEquals/dynamodb:Attributes',
        }),
        finds(allow({ ...read, Condition: { ...listed, StringNotEquals: named } }), {
          at: '/Statement/0/Condition/ForAllValues:StringEquals/dynamodb:Attributes',
        }),
        finds(deny({ ...read, Condition: hidden }), {
          at: '/Statement/0/Condition/ForAnyValue:StringEquals/dynamodb:Attributes',
          message:
            'found `dynamodb:Attributes` without `dynamodb:Select`: reads that name no attributes return all of them',
          help: 'deny them in a statement with `"StringNotEquals": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" }`',
        }),
        finds(
          allow({
            ...read,
            Condition: { ...listed, StringEquals: { [SELECT]: ['SPECIFIC_ATTRIBUTES', 'ALL_ATTRIBUTES'] } },
          }),
          { at: '/Statement/0/Condition/ForAllValues:StringEquals/dynamodb:Attributes' },
        ),
        // An Allow of other reads denies none.
        finds(
          documentOf(
            'identity',
            statement('Deny', { ...read, Condition: hidden }),
            statement('Allow', { ...read, Condition: { StringEquals: named } }),
          ),
          { at: '/Statement/0/Condition/ForAnyValue:StringEquals/dynamodb:Attributes' },
        ),
      ],
      good: [
        allow({ ...read, Condition: { ...listed, StringEquals: named } }),
        allow({ ...read, Condition: { ...listed, StringEqualsIfExists: named } }),
        // Writes return no attributes that they do not name.
        allow({ ...read, Action: 'dynamodb:PutItem', Condition: listed }),
        allow({ ...read, Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['a'] } } }),
        allow({ ...read, Condition: { Null: { 'dynamodb:Attributes': 'false' } } }),
        documentOf(
          'identity',
          statement('Deny', { ...read, Condition: hidden }),
          statement('Deny', { ...read, Condition: { StringNotEquals: named } }),
        ),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      const facts = statement.conditionsOn('dynamodb:attributes').find(({ family }) => family !== 'Null');
      if (facts === undefined || !takesInReads(statement) || isSettled(context, statement)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(facts.condition.key)} without \`${SELECT}\`: reads that name no attributes return all of them`,
        help: statement.allows
          ? `add \`"StringEquals": { "${SELECT}": "SPECIFIC_ATTRIBUTES" }\``
          : `deny them in a statement with \`"StringNotEquals": { "${SELECT}": "SPECIFIC_ATTRIBUTES" }\``,
      };
    }
  },
};

function takesInReads(statement: StatementFacts): boolean {
  const actions = getService('dynamodb')?.actions ?? [];
  return actions.some(
    (action) => keysOf(action).has('dynamodb:select') && statement.matchesAction(action.fullName),
  );
}

/** Of an Allow the same statement has to keep such reads out, of a Deny another one does. */
function isSettled(context: LintContext, statement: StatementFacts): boolean {
  if (statement.allows) return statement.conditionsOn('dynamodb:select').some(isForNamed);
  return context.comparableStatements.some(
    (other) => !other.allows && other.conditionsOn('dynamodb:select').length > 0,
  );
}

/** A count returns no attributes either. */
function isForNamed({ negated, values }: ConditionFacts): boolean {
  return !negated && values.every((value) => /^(?:SPECIFIC_ATTRIBUTES|COUNT)$/i.test(value));
}
