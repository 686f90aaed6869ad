import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';
import { isAbout, openDenials } from '../_internals/rcpDenials.ts';
import { SOURCE_KEYS } from '../_internals/servicePrincipals.ts';

const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
const source = { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } };
const ofServices = { Bool: { 'aws:PrincipalIsAWSService': 'true' } };

/** Reports resource control policies that speak of the source of services' calls, to all callers. */
export const rcpMissingRelatedServicePrincipalConditionKey: Rule = {
  id: 'rcp-missing-related-service-principal-condition-key',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY' },
  reads: ['Condition'],
  doc: 'a resource control policy denies by a key that only calls of services have, and is not kept to these (S77)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', { ...statement, Condition: source }), {
          at: '/Statement/0/Condition/StringNotEqualsIfExists/aws:SourceOrgID',
          message:
            'found a Deny by `aws:SourceOrgID`, which only calls of service principals have, that is not kept to them',
          help: 'add `"BoolIfExists": { "aws:PrincipalIsAWSService": "true" }`',
          marks: '"aws:SourceOrgID"',
        }),
        finds(
          documentOf('rcp', {
            ...statement,
            Condition: { ...source, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
          }),
          { at: '/Statement/0/Condition/StringNotEqualsIfExists/aws:SourceOrgID' },
        ),
        finds(documentOf('rcp', { ...statement, Condition: { Null: { 'aws:SourceArn': 'true' } } }), {
          at: '/Statement/0/Condition/Null/aws:SourceArn',
        }),
      ],
      good: [
        documentOf('rcp', { ...statement, Condition: { ...source, ...ofServices } }),
        documentOf('rcp', {
          ...statement,
          Condition: { ...source, BoolIfExists: { 'aws:PrincipalIsAWSService': true } },
        }),
        // It holds for no call without the key.
        documentOf('rcp', {
          ...statement,
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        }),
        documentOf('resource', { ...statement, Condition: source }),
      ],
    };
  },
  *check(context) {
    for (const { statement: denial, facts } of openDenials(context, (key) => SOURCE_KEYS.has(key))) {
      if (isAbout('services', denial)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found a Deny by ${quote(facts.condition.key)}, which only calls of service principals have, that is not kept to them`,
        help: 'add `"BoolIfExists": { "aws:PrincipalIsAWSService": "true" }`',
      };
    }
  },
};
