import type { Rule } from '../../model/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';

const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
const org = { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };

/** Reports resource control policies that lock AWS services out. */
export const rcpMissingServiceCarveout: Rule = {
  id: 'rcp-missing-service-carveout',
  group: 'public',
  severity: 'warning',
  aliases: {},
  reads: ['Condition'],
  doc: 'a resource control policy denies all but callers of an organization, and so AWS services too, which have none (S77)',
  examples: {
    bad: [
      finds(documentOf('rcp', { ...statement, Condition: org }), {
        at: '/Statement/0/Condition/StringNotEqualsIfExists/aws:PrincipalOrgID',
        message: 'found a Deny for all but `aws:PrincipalOrgID`, which denies AWS services too',
        help: 'add `"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }`',
      }),
    ],
    good: [
      documentOf('rcp', {
        ...statement,
        Condition: { ...org, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
      }),
    ],
  },
  *check(context) {
    if (context.type !== 'rcp') return;
    for (const { allows, conditions } of context.statements) {
      if (allows || conditions.some(({ key }) => CARVE_OUTS.has(key))) continue;
      const facts = conditions.find(({ key, negated }) => negated && OWNERS.has(key));
      if (facts === undefined) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found a Deny for all but \`${facts.condition.key}\`, which denies AWS services too`,
        help: 'add `"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }`',
      };
    }
  },
};

const OWNERS: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
]);
const CARVE_OUTS: ReadonlySet<string> = new Set([
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:sourceorgid',
  'aws:sourceaccount',
]);
