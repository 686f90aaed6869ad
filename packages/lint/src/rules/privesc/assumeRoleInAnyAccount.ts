import { quote } from '@policywright/policy/text';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import { globOf, globsOverlap } from '../../facts/globsOverlap.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

const Action = 'sts:AssumeRole';
const Resource = 'arn:aws:iam::*:role/deploy';

/** Reports `sts:AssumeRole` that is allowed on roles of accounts that nobody named. */
export const assumeRoleInAnyAccount: Rule = {
  id: 'assume-role-in-any-account',
  group: 'privesc',
  // Policies of AWS do it on purpose, and the role's own trust policy has to agree.
  severity: 'info',
  aliases: {},
  reads: ['Action', 'Resource', 'Condition'],
  doc: 'an Allow statement takes in `sts:AssumeRole` on roles of accounts that it does not name, among them roles that strangers make',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action, Resource }), {
          at: '/Statement/0/Resource',
          message:
            'found `arn:aws:iam::*:role/deploy` for `sts:AssumeRole`, which takes in roles of accounts that it does not name',
          help: 'name the accounts, or add a condition on `aws:ResourceOrgID` or `aws:ResourceAccount`',
          marks: '"arn:aws:iam::*:role/deploy"',
        }),
        finds(allow({ Action: 'sts:*', Resource: '*' }), { at: '/Statement/0/Resource' }),
        finds(allow({ Action, Resource: 'arn:aws:iam::1111*:role/deploy' }), { at: '/Statement/0/Resource' }),
        finds(
          allow({
            Action,
            Resource,
            Condition: { StringNotEquals: { 'aws:ResourceOrgID': 'o-exampleorgid' } },
          }),
          { at: '/Statement/0/Resource' },
        ),
        finds(
          allow({
            Action,
            Resource,
            Condition: { StringLike: { 'aws:ResourceOrgID': ['o-exampleorgid', '*'] } },
          }),
          { at: '/Statement/0/Resource' },
        ),
        // It is about who asks, not about whose role it is.
        finds(
          allow({
            Action,
            Resource,
            Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
          }),
          { at: '/Statement/0/Resource' },
        ),
        finds(allow({ Action: ['s3:GetObject', Action], Resource }), { at: '/Statement/0/Resource' }),
        // Where fields are left out, any of them fits.
        finds(
          allow({ Action, Resource: ['arn:aws:iam::*', 'arn:aws'] }),
          { at: '/Statement/0/Resource/0' },
          { at: '/Statement/0/Resource/1' },
        ),
        finds(allow({ Action, Resource, Condition: { Null: { 'aws:ResourceOrgID': 'false' } } }), {
          at: '/Statement/0/Resource',
        }),
        // An account that is part of no organization has no such key.
        finds(
          allow({
            Action,
            Resource,
            Condition: { StringEqualsIfExists: { 'aws:ResourceOrgID': 'o-exampleorgid' } },
          }),
          { at: '/Statement/0/Resource' },
        ),
        finds(
          allow({
            Action,
            Resource,
            Condition: { 'ForAnyValue:StringNotLike': { 'aws:ResourceOrgPaths': 'o-exampleorgid/*' } },
          }),
          { at: '/Statement/0/Resource' },
        ),
      ],
      good: [
        allow({ Action, Resource: 'arn:aws:iam::111122223333:role/*' }),
        allow({ Action, Resource: 'arn:aws:iam::${aws:PrincipalAccount}:role/*' }),
        allow({ Action: 'sts:GetCallerIdentity', Resource: '*' }),
        allow({
          Action,
          Resource,
          Condition: { StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } },
        }),
        allow({ Action, Resource, Condition: { StringLike: { 'aws:ResourceAccount': '1111*' } } }),
        allow({
          Action,
          Resource,
          Condition: { 'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': 'o-exampleorgid/*' } },
        }),
        deny({ Action, Resource }),
        documentOf('boundary', statement('Allow', { Action, Resource })),
        // Of `*`, `NotAction` and `NotResource` other rules speak.
        allow({ Action: '*', Resource: '*' }),
        allow({ NotAction: 's3:*', Resource: '*' }),
        allow({ NotAction: Action, Resource: '*' }),
        allow({ Action, NotResource: Resource }),
        allow({
          Action: ['sqs:*', Action],
          Resource: [
            'arn:aws:sqs:*:*:*',
            'arn:aws:iam::*:user/*',
            'arn:aws:iam:role/deploy',
            'anr:aws:iam::*:role/deploy',
          ],
        }),
      ],
    };
  },
  *check({ type, statements }) {
    // Other types of policy take away, or say which role is assumed by standing on it.
    if (type !== 'identity') return;
    for (const statement of statements) {
      if (!statement.allows || !namesAssumeRole(statement) || statement.conditions.some(isGuard)) continue;
      // `allow-with-notresource` reports these.
      if (statement.statement.resource?.negated === true) continue;
      for (const { facts, pointer } of statement.resources) {
        if (!isRoleOfUnnamedAccount(facts)) continue;
        yield {
          pointer,
          message: `found ${quote(facts.text)} for \`${Action}\`, which takes in roles of accounts that it does not name`,
          help: 'name the accounts, or add a condition on `aws:ResourceOrgID` or `aws:ResourceAccount`',
          actions: [Action],
        };
      }
    }
  },
};

/** Whether an entry other than `*` covers the action; `*` has rules of its own. */
function namesAssumeRole({ actions, statement }: StatementFacts): boolean {
  if (statement.action.negated) return false;
  return actions.some(({ facts }) => !facts.isEverything && facts.matches(Action));
}

const GUARDS = ['aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths'];

/** Whether a condition says whose role it has to be. */
function isGuard({ key, family, negated, needsKey, values }: ConditionFacts): boolean {
  if (!GUARDS.includes(key) || family === 'Null' || negated || !needsKey) return false;
  return !values.some((text) => /^\*+$/.test(text));
}

function isRoleOfUnnamedAccount(facts: ResourceFacts): boolean {
  if (facts.isEverything) return true;
  const [start, , service = '*', region = '', account = '*', name = '*'] = facts.fields;
  // Roles have no Region.
  if (start !== 'arn' || facts.hasVariable || !/^\**$/.test(region)) return false;
  if (!/[*?]/.test(account)) return false;
  return globsOverlap(globOf(service), IAM) && globsOverlap(globOf(name), ROLE);
}

const IAM = globOf('iam');
const ROLE = globOf('role/*');
