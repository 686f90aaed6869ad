import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';
import { needsKeyElsewhere } from '../_internals/needsKeyElsewhere.ts';
import { openDenials } from '../_internals/rcpDenials.ts';
import { SOURCE_KEYS } from '../_internals/servicePrincipals.ts';

const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
const source = { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } };

/** Reports resource control policies that deny calls of services which name no source at all. */
export const rcpMissingServiceConditionKeyNullCheck: Rule = {
  id: 'rcp-missing-service-condition-key-null-check',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK' },
  reads: ['Condition'],
  doc: 'a resource control policy denies by a key that not every service sets, and so also calls that have no source (S77)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', { ...statement, Condition: source }), {
          at: '/Statement/0/Condition/StringNotEqualsIfExists/aws:SourceOrgID',
          message:
            'found a Deny by `aws:SourceOrgID`, which not every service sets, that holds for calls without a source too',
          help: 'add `"Null": { "aws:SourceAccount": "false" }`',
          marks: '"aws:SourceOrgID"',
        }),
        finds(
          documentOf('rcp', {
            ...statement,
            Condition: {
              StringNotEquals: { 'aws:SourceAccount': '111122223333' },
              Null: { 'aws:SourceOrgID': 'false' },
            },
          }),
          { at: '/Statement/0/Condition/StringNotEquals/aws:SourceAccount' },
        ),
      ],
      good: [
        documentOf('rcp', { ...statement, Condition: { ...source, Null: { 'aws:SourceAccount': 'false' } } }),
        documentOf('rcp', { ...statement, Condition: { ...source, Null: { 'aws:SourceArn': false } } }),
        documentOf('rcp', {
          ...statement,
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        }),
        documentOf('resource', { ...statement, Condition: source }),
        documentOf('rcp', { ...statement, Effect: 'Allow', Condition: source }),
      ],
    };
  },
  *check(context) {
    for (const { statement: denial, facts } of openDenials(context, (key) => SOURCE_KEYS.has(key))) {
      if (SET_BY_ALL.some((key) => needsKeyElsewhere(denial, key))) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found a Deny by ${quote(facts.condition.key)}, which not every service sets, that holds for calls without a source too`,
        help: 'add `"Null": { "aws:SourceAccount": "false" }`',
      };
    }
  },
};

/** The keys one of which every service has that calls for a resource. */
const SET_BY_ALL = ['aws:sourceaccount', 'aws:sourcearn'];
