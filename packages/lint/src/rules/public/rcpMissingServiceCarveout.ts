import { findGlobalKey } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';
import { isAbout, openDenials } from '../_internals/rcpDenials.ts';

const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
const id = { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' };
const org = { StringNotEqualsIfExists: id };

/** Reports resource control policies that lock AWS services out. */
export const rcpMissingServiceCarveout: Rule = {
  id: 'rcp-missing-service-carveout',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY' },
  reads: ['Condition'],
  doc: 'a resource control policy denies by a key that describes users and roles, and so AWS services too, which do not have it (S77)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', { ...statement, Condition: org }), {
          at: '/Statement/0/Condition/StringNotEqualsIfExists/aws:PrincipalOrgID',
          message: 'found a Deny by `aws:PrincipalOrgID`, which holds for AWS services too',
          help: 'add `"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }`',
          marks: '"aws:PrincipalOrgID"',
        }),
        finds(
          documentOf('rcp', {
            ...statement,
            Condition: {
              StringEqualsIfExists: { 'aws:PrincipalTag/team': 'a' },
              Bool: { 'aws:PrincipalIsAWSService': 'true' },
            },
          }),
          { at: '/Statement/0/Condition/StringEqualsIfExists/aws:PrincipalTag~1team' },
        ),
        finds(
          documentOf('rcp', {
            ...statement,
            Condition: { ...org, StringNotEquals: { 'aws:PrincipalIsAWSService': 'false' } },
          }),
          { at: '/Statement/0/Condition/StringNotEqualsIfExists/aws:PrincipalOrgID' },
        ),
        // Services that call for accounts of the organization are let through, those without a source are not.
        finds(
          documentOf('rcp', {
            ...statement,
            Condition: {
              ...org,
              StringNotLike: { 'aws:userid': 'AROAEXAMPLE123:*' },
              StringNotEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' },
            },
          }),
          { at: '/Statement/0/Condition/StringNotEqualsIfExists/aws:PrincipalOrgID' },
        ),
        // None of these lets all services pass.
        ...[
          { Null: { 'aws:PrincipalTag/team': 'true' } },
          { Bool: { 'aws:SecureTransport': 'false' } },
          { Null: { 'aws:PrincipalIsAWSService': 'false' } },
          { Bool: { 'aws:PrincipalIsAWSService': ['true', 'false'] } },
          { Null: { 'aws:PrincipalServiceName': 'false' } },
          { StringNotEqualsIfExists: { 'aws:PrincipalServiceName': 'cloudtrail.amazonaws.com' } },
        ].map((other) =>
          finds(documentOf('rcp', { ...statement, Condition: { StringNotEquals: id, ...other } }), {
            at: '/Statement/0/Condition/StringNotEquals/aws:PrincipalOrgID',
          }),
        ),
      ],
      good: [
        documentOf('rcp', {
          ...statement,
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
        }),
        documentOf('rcp', {
          ...statement,
          Condition: { ...org, Null: { 'aws:PrincipalServiceName': 'true' } },
        }),
        documentOf('rcp', {
          ...statement,
          Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
        }),
        documentOf('resource', { ...statement, Condition: org }),
        documentOf('rcp', {
          ...statement,
          Condition: { ...org, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
        }),
        // It is about services alone.
        documentOf('rcp', {
          ...statement,
          Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'true' } },
        }),
        documentOf('rcp', {
          ...statement,
          Condition: { NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } },
        }),
      ],
    };
  },
  *check(context) {
    for (const { statement: denial, facts } of openDenials(context, isPrincipalKey)) {
      if (isAbout('others', denial) || denial.conditions.some(isForNoService)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found a Deny by ${quote(facts.condition.key)}, which holds for AWS services too`,
        help: 'add `"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }`',
      };
    }
  },
};

/** Keys that describe users and roles; those that describe services set them apart. */
function isPrincipalKey(key: string): boolean {
  return (
    findGlobalKey(key)?.category === 'principal' && !/^aws:principal(?:isawsservice$|servicename)/.test(key)
  );
}

/** Only calls of services have their name. */
function isForNoService({ key, isNullTest, needsKey }: ConditionFacts): boolean {
  return isNullTest && !needsKey && key.startsWith('aws:principalservicename');
}
