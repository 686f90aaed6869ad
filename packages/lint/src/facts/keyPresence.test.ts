import { findGlobalKey, getAction, services, type Action } from '@policywright/catalog';
import { parsePolicy, type PolicyType } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { keyStem, keysOf } from './actionFit.ts';
import { ConditionFacts } from './conditionFacts.ts';
import { canHaveKey, isAlwaysThere, isTagKey } from './keyPresence.ts';
import { LintContext } from './lintContext.ts';

function contextOf(
  members: Readonly<Record<string, unknown>>,
  type: PolicyType = 'identity',
): { readonly context: LintContext; readonly statement: LintContext['statements'][number] } {
  const Statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...members };
  const parsed = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: [Statement] }), { type });
  if (!parsed.ok) throw new Error('not a policy');
  const context = new LintContext(parsed.policy, {
    text: undefined,
    settings: {},
    isUnknown: undefined,
  });
  const [statement] = context.statements;
  if (statement === undefined) throw new Error('no statement');
  return { context, statement };
}

function conditionOn(key: string): ConditionFacts {
  const [facts] = contextOf({ Condition: { StringEquals: { [key]: 'a' } } }).statement.conditions;
  if (facts === undefined) throw new Error('no condition');
  return facts;
}

function action(name: string): Action {
  const found = getAction(name);
  if (found === undefined) throw new Error(`no action ${name}`);
  return found;
}

describe('whether requests for an action can have a key', () => {
  test.each([
    ['s3:ListBucket', 's3:prefix', true],
    ['s3:GetObject', 's3:prefix', false],
    ['s3:GetObject', 'aws:SourceIp', undefined],
    ['s3:GetObject', 'aws:NoSuchKey', undefined],
    ['s3:GetObject', 'codebuild:projectArn', undefined],
    ['s3:GetObject', 'saml:sub', undefined],
    ['s3:GetObject', 'saml:mail', false],
    ['s3:GetObject', 'idp.example.com:sub', undefined],
    ['s3:GetObject', 'idp.example.com:email', false],
    ['sts:AssumeRoleWithWebIdentity', 'idp.example.com:email', true],
    ['sts:AssumeRoleWithSAML', 'idp.example.com:email', false],
    ['sts:TagSession', 'idp.example.com:email', true],
    ['sts:SetSourceIdentity', 'saml:mail', true],
    ['sts:TagSession', 'sts:ExternalId', true],
    ['sts:SetSourceIdentity', 'sts:ExternalId', true],
    ['sts:SetContext', 'idp.example.com:oaud', true],
    ['states:InvokeHTTPEndpoint', 'states:HTTPMethod', undefined],
    ['ssm:GetParameters', 'ssm:resourceTag/team', true],
    ['ssm:DeregisterManagedInstance', 'ssm:resourceTag/team', true],
    ['secretsmanager:GetSecretValue', 'secretsmanager:ResourceTag/team', true],
    ['ec2:StopInstances', 'aws:ResourceTag/team', true],
    ['ec2:DescribeInstances', 'aws:ResourceTag/team', false],
    ['ecs:StopTask', 'aws:RequestTag/team', false],
    ['ecs:RunTask', 'aws:TagKeys', true],
    ['bedrock:CreatePrompt', 'aws:ResourceTag/team', undefined],
    ['tag:TagResources', 'aws:TagKeys', undefined],
    ['servicequotas:ListServices', 'aws:ResourceTag/team', undefined],
  ])('%s, %s: %s', (name, key, expected) => {
    expect(canHaveKey(action(name), conditionOn(key))).toBe(expected);
  });

  test('a key that the catalog gives to no action is denied to none', () => {
    const used = new Set(services().flatMap(({ actions }) => actions.flatMap((one) => [...keysOf(one)])));
    const idle = services().flatMap(({ conditionKeys }) =>
      conditionKeys
        .map(({ name }) => name)
        .filter((name) => !used.has(keyStem(name)) && findGlobalKey(name) === undefined),
    );
    expect(idle.length).toBeGreaterThan(50);
    const denied = idle.filter((name) => {
      const facts = conditionOn(name.replace(/\$\{[^}]*\}$/, 'a'));
      return !isTagKey(facts) && canHaveKey(action('s3:GetObject'), facts) === false;
    });
    expect(denied).toEqual([]);
  });
});

describe('whether every request has a key (S125)', () => {
  const principal = (Principal: unknown, type: PolicyType = 'resource'): boolean => {
    const Resource = type === 'trust' ? undefined : '*';
    const { context, statement } = contextOf({ Principal, Resource }, type);
    return isAlwaysThere('aws:PrincipalArn', statement, context);
  };

  test.each(['identity', 'boundary', 'session', 'scp'] as const)(
    'what every signed request has, every request has that a policy of type %s binds',
    (type) => {
      const { context, statement } = contextOf({}, type);
      expect(isAlwaysThere('aws:principalarn', statement, context)).toBe(true);
      expect(isAlwaysThere('aws:UserAgent', statement, context)).toBe(true);
      expect(isAlwaysThere('aws:PrincipalOrgID', statement, context)).toBe(false);
      expect(isAlwaysThere('s3:prefix', statement, context)).toBe(false);
    },
  );

  test('elsewhere the principals tell', () => {
    expect(principal({ AWS: ['111122223333', 'arn:aws:iam::111122223333:role/a'] })).toBe(true);
    expect(principal({ AWS: '*' })).toBe(false);
    expect(principal({ AWS: '111122223333', Service: 'sns.amazonaws.com' })).toBe(false);
    expect(principal({ Federated: 'accounts.google.com' }, 'trust')).toBe(false);
  });
});
