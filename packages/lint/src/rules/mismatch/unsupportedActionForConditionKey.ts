import { quote } from '@policywright/policy/text';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import { isOverSets } from '../../data/looseKeys.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import { neverHasKey } from '../../facts/keyPresence.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds, trust } from '../_internals/exampleDocuments.ts';

const OIDC = { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' };
const SAML = { Federated: 'arn:aws:iam::111122223333:saml-provider/idp' };

/** Reports actions whose requests never have a condition key that the statement needs. */
export const unsupportedActionForConditionKey: Rule = {
  id: 'unsupported-action-for-condition-key',
  group: 'mismatch',
  severity: 'error',
  aliases: {
    accessAnalyzer: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
    parliament: 'UNKNOWN_CONDITION_FOR_ACTION',
  },
  reads: ['Action', 'Condition'],
  doc: 'no request for an action has a condition key of the statement, so that the condition never holds, or always (S76, S77)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          allow({
            Action: ['s3:GetObject', 's3:ListBucket'],
            Resource: '*',
            Condition: { StringLike: { 's3:prefix': 'a/*' } },
          }),
          {
            at: '/Statement/0/Action/0',
            message:
              'found `s3:GetObject`, whose requests never have the condition key `s3:prefix` that the statement needs',
            help: 'move it to a statement without this condition',
            marks: '"s3:GetObject"',
          },
        ),
        finds(deny({ Condition: { StringNotEquals: { 'iam:ResourceTag/status': 'prod' } } }), {
          at: '/Statement/0/Action',
          message:
            'found `s3:GetObject`, whose requests never have the condition key `iam:ResourceTag/status`, so that `StringNotEquals` always holds',
          help: 'move it to a statement without this condition',
        }),
        finds(
          deny({
            Action: 's3:ListAllMyBuckets',
            Resource: '*',
            Condition: { Null: { 'aws:TagKeys': 'true' } },
          }),
          { at: '/Statement/0/Action' },
        ),
        finds(
          allow({
            Action: ['ec2:StopInstances', 'ec2:DescribeInstances'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
          }),
          { at: '/Statement/0/Action/1' },
        ),
        finds(
          allow({
            Action: ['kms:Describe*', 'kms:List*'],
            Resource: '*',
            Condition: { StringEquals: { 'kms:EncryptionContext:app': 'shop' } },
          }),
          { at: '/Statement/0/Action/0' },
          { at: '/Statement/0/Action/1' },
        ),
        finds(
          allow({
            Action: ['s3:Get*', 's3:ListBucket'],
            Resource: '*',
            Condition: { StringLike: { 's3:prefix': 'a/*' } },
          }),
          { at: '/Statement/0/Action/0' },
        ),
        finds(
          allow({
            Action: 'redshift:GetClusterCredentialsWithIAM',
            Resource: '*',
            Condition: { StringEquals: { 'aws:RequestTag/team': 'blue' } },
          }),
          { at: '/Statement/0/Action' },
        ),
        finds(
          allow({
            Action: 'ecs:StopTask',
            Resource: '*',
            Condition: { StringEquals: { 'aws:RequestTag/a': 'b' } },
          }),
          { at: '/Statement/0/Action' },
        ),
        finds(
          allow({
            Condition: { StringEquals: { 'token.actions.githubusercontent.com:repository': 'org/repo' } },
          }),
          { at: '/Statement/0/Action' },
        ),
        finds(allow({ Condition: { StringEquals: { 'saml:aud': 'https://signin.aws.amazon.com/saml' } } }), {
          at: '/Statement/0/Action',
        }),
        // Keys of tags are one key, and one of them is named.
        finds(
          allow({
            Action: 'ecs:StopTask',
            Resource: '*',
            Condition: { StringEquals: { 'aws:RequestTag/b': 'b', 'aws:RequestTag/a': 'b' } },
          }),
          {
            at: '/Statement/0/Action',
            message:
              'found `ecs:StopTask`, whose requests never have the condition key `aws:RequestTag/b` that the statement needs',
            help: 'move it to a statement without this condition',
          },
        ),
      ],
      good: [
        allow({ Action: 's3:List*', Resource: '*', Condition: { StringLike: { 's3:prefix': 'a/*' } } }),
        allow({ Action: 's3:GetObject', Condition: { StringLikeIfExists: { 's3:prefix': 'a/*' } } }),
        deny({ Condition: { StringNotLikeIfExists: { 's3:prefix': 'a/*' } } }),
        deny({
          Condition: {
            StringNotEquals: { 'aws:RequestTag/owner': 'a' },
            StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
          },
        }),
        deny({
          Condition: {
            StringNotEquals: { 'aws:RequestTag/owner': 'a' },
            StringEqualsIfExists: { 's3:prefix': 'a' },
          },
        }),
        deny({
          Condition: { StringNotEquals: { 's3:ExistingObjectTag/owner': 'a', 'aws:RequestTag/owner': 'a' } },
        }),
        allow({
          Action: ['bedrock:CreatePrompt', 'ecs:RunTask'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
        }),
        allow({
          Action: 'tag:TagResources',
          Resource: '*',
          Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'team' } },
        }),
        allow({
          Action: 'servicequotas:ListServices',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
        }),
        deny({ Condition: { 'ForAllValues:StringNotLike': { 'aws:TagKeys': 'a' } } }),
        allow({
          Action: 's3:GetObject',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
        }),
        allow({
          Action: ['kms:Decrypt*', 'kms:Describe*', 'kms:ListGrants'],
          Resource: '*',
          Condition: {
            ArnLike: {
              'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111122223333:log-group:*',
            },
            'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:logs:arn' },
          },
        }),
        allow({
          Action: 'redshift:GetClusterCredentialsWithIAM',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
        }),
        allow({ Condition: { StringEquals: { 'saml:sub': 'a', 'idp.example.com:sub': 'b' } } }),
        allow({
          Condition: { ArnLike: { 'codebuild:projectArn': 'arn:aws:codebuild:*:111122223333:project/web' } },
        }),
        allow({
          Action: 'states:InvokeHTTPEndpoint',
          Resource: '*',
          Condition: { StringEquals: { 'states:HTTPMethod': 'GET' } },
        }),
        allow({
          Action: ['ssm:GetParameters', 'ssm:DeregisterManagedInstance'],
          Resource: '*',
          Condition: { StringEquals: { 'ssm:resourceTag/Environment': 'test' } },
        }),
        trust({
          Principal: SAML,
          Action: ['sts:AssumeRoleWithSAML', 'sts:SetSourceIdentity', 'sts:TagSession'],
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        }),
        trust({
          Principal: OIDC,
          Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
          Condition: { StringEquals: { 'token.actions.githubusercontent.com:repository': 'org/repo' } },
        }),
        trust({
          Principal: { AWS: '111122223333' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Condition: { StringEquals: { 'sts:ExternalId': 'a' } },
        }),
        allow({
          NotAction: 's3:GetObject',
          Resource: '*',
          Condition: { StringLike: { 's3:prefix': 'a/*' } },
        }),
        allow({ Action: 's3:Frobnicate', Resource: '*', Condition: { StringLike: { 's3:prefix': 'a/*' } } }),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements) {
      if (!statement.statement.action.negated) yield* checkStatement(statement);
    }
  },
};

function* checkStatement({ actions, conditions }: StatementFacts): Iterable<Report> {
  const needed = firstOfEach(conditions.filter((facts) => facts.needsKey));
  // Beside a condition that can fail, one that always holds may be meant: neither tag has the value.
  const negated = conditions.every((facts) => facts.holdsByAbsence) ? firstOfEach(conditions) : [];
  for (const { facts, unknown, pointer } of actions) {
    if (unknown || facts.isEverything) continue;
    const missing = needed.find(
      (condition) => neverHasKey(facts, condition) && !isOverSet(actions, condition),
    );
    const [absent] = negated.every((condition) => neverHasKey(facts, condition)) ? negated : [];
    const found = missing ?? absent;
    if (found === undefined) continue;
    const { key, operator } = found.condition;
    const effect =
      missing === undefined ? `, so that \`${operator.text}\` always holds` : ' that the statement needs';
    yield {
      pointer,
      message: `found ${quote(facts.text)}, whose requests never have the condition key ${quote(key)}${effect}`,
      help: 'move it to a statement without this condition',
    };
  }
}

/** Whether a condition is one that is usual on a list of actions, some of which have its key. */
function isOverSet(actions: StatementFacts['actions'], condition: ConditionFacts): boolean {
  return isOverSets(condition.key) && actions.some(({ facts }) => !neverHasKey(facts, condition));
}

/** One condition for each key of the catalog: keys of tags are one key, whatever the tag. */
function firstOfEach(conditions: readonly ConditionFacts[]): readonly ConditionFacts[] {
  const seen = new Map<string | undefined, ConditionFacts>();
  for (const facts of conditions) {
    const name = keyDefinition(facts)?.name;
    if (!seen.has(name)) seen.set(name, facts);
  }
  return [...seen.values()];
}
