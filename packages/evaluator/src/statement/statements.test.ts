import { describe, expect, test } from 'vitest';
import {
  policyFromValue,
  type ConditionOperator,
  type OperatorName,
  type Policy,
} from '@policywright/policy';
import {
  authorizerOf,
  decideWith,
  policyOf,
  requestOf,
  type StatementInput,
} from '../_testing/decideWith.ts';
import { compile, type Decision } from '../index.ts';

/** What one identity statement decides for an action on a resource. */
function decide(statement: StatementInput, action = 's3:GetObject', resource = 'arn:aws:s3:::b/k'): Decision {
  return decideWith({ identity: [statement], action, resource });
}

describe('actions', () => {
  test.each([
    ['S61', 'IAM:listaccesskeys', 'iam:ListAccessKeys', 'Allow'],
    ['S61', 'iam:ListAccessKeys', 'IAM:LISTACCESSKEYS', 'Allow'],
    ['S62', '*', 'ecs:RunTask', 'Allow'],
    ['S63', 'iam:*AccessKey*', 'iam:CreateAccessKey', 'Allow'],
    ['S63', 'iam:*AccessKey*', 'iam:AccessKey', 'Allow'],
    ['S63', 's3:*Object*Acl', 's3:PutObjectVersionAcl', 'Allow'],
    ['S63', 's3:*Object*Acl', 's3:PutObjectVersion', 'ImplicitDeny'],
    ['S64', 'ecs:Run?ask', 'ecs:RunTask', 'Allow'],
    ['S64', 'ecs:RunTask?', 'ecs:RunTask', 'ImplicitDeny'],
    ['S65', '*:*', 'ecs:RunTask', 'Allow'],
    ['S65', '**', 'ecs:RunTask', 'Allow'],
    ['S65', '**:**', 'ecs:RunTask', 'Allow'],
    ['S65', 'e*:RunTask', 'ecs:RunTask', 'ImplicitDeny'],
    ['S65', 'ecs*', 'ecs:RunTask', 'ImplicitDeny'],
    ['S66', 's3:Get', 's3:GetObject', 'ImplicitDeny'],
    ['S66', 's3:Get.*', 's3:GetObject', 'ImplicitDeny'],
    ['S66', 's3:Object', 's3:GetObject', 'ImplicitDeny'],
    ['S68', 's3:GetObject ', 's3:GetObject', 'ImplicitDeny'],
    ['S68', 's3:', 's3:GetObject', 'ImplicitDeny'],
    ['S69', 's3:NoSuchAction', 's3:NoSuchAction', 'Allow'],
  ])('%s: %s on a request for %s', (_, Action, action, expected) => {
    expect(decide({ Action }, action)).toBe(expected);
  });

  test('S65: an irregular pattern counts where that narrows access', () => {
    const deny = (element: StatementInput): Decision =>
      decideWith({ identity: [{}, { Effect: 'Deny', ...element }], action: 'ecs:RunTask', resource: '*' });
    expect(deny({ Action: 'e*:RunTask' })).toBe('ExplicitDeny');
    expect(deny({ NotAction: 'e*:RunTask' })).toBe('ExplicitDeny');
    expect(decideWith({ identity: [{ NotAction: 'e*:RunTask' }], action: 'ecs:RunTask' })).toBe(
      'ImplicitDeny',
    );
  });

  test('S67: NotAction matches what no pattern matches, in any service', () => {
    const NotAction = ['iam:*', 's3:Get*'];
    expect(decide({ NotAction }, 'ecs:RunTask')).toBe('Allow');
    expect(decide({ NotAction }, 's3:PutObject')).toBe('Allow');
    expect(decide({ NotAction }, 'iam:GetUser')).toBe('ImplicitDeny');
    expect(decide({ NotAction }, 'S3:getobject')).toBe('ImplicitDeny');
  });
});

describe('resources', () => {
  test.each([
    ['S43', 'arn:aws:s3:::b', 'arn:aws:s3:us-east-1::b', 'ImplicitDeny'],
    ['S44', 'arn:*:s3:::b', 'arn:aws:s3:::b', 'Allow'],
    ['S44', 'arn:aws-cn:s3:::b', 'arn:aws:s3:::b', 'ImplicitDeny'],
    ['S46', '*', 'arn:aws:s3:::b', 'Allow'],
    ['S46', '*', '*', 'Allow'],
    ['S47', 'arn:aws:s3:::*', '*', 'ImplicitDeny'],
    ['S48', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1/2/test/3/x', 'Allow'],
    ['S48', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b//test/x', 'Allow'],
    ['S48', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/test/x', 'ImplicitDeny'],
    ['S49', 'arn:aws:s3:::b?', 'arn:aws:s3:::b', 'ImplicitDeny'],
    ['S49', 'arn:aws:s3:::b?', 'arn:aws:s3:::b1', 'Allow'],
    ['S50', 'arn:aws:ecs:us-east-1:*', 'arn:aws:ecs:us-east-1:111122223333:cluster/c', 'Allow'],
    ['S51', 'arn:aws:ecs:us-*-1:111122223333:x', 'arn:aws:ecs:us-a:b-1:111122223333:x', 'ImplicitDeny'],
    ['S52', 'arn:aws:sqs', 'arn:aws:sqs:us-east-1:111122223333:jobs', 'Allow'],
    ['S53', 'arn:aws:iam::111122223333:user/bob', 'arn:aws:iam::111122223333:user/Bob', 'ImplicitDeny'],
    [
      'S54',
      'arn:aws:ecs:us-east-1:111122223333:cl*/prod',
      'arn:aws:ecs:us-east-1:111122223333:cluster/prod',
      'Allow',
    ],
    ['S55', 'arn:aws:s3:::b', 'arn:aws:s3:::b/k', 'ImplicitDeny'],
    ['S55', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b', 'ImplicitDeny'],
    ['S59', 'arn:aws:iam::111122223333:user/*', 'arn:aws:iam::111122223333:user/div/Jane', 'Allow'],
    ['S59', 'arn:aws:iam::111122223333:user/div*', 'arn:aws:iam::111122223333:user/John', 'ImplicitDeny'],
  ])('%s: %s on %s', (_, Resource, resource, expected) => {
    expect(decide({ Resource }, 'x:Y', resource)).toBe(expected);
  });

  test('S56, S57: NotResource covers what no pattern covers', () => {
    const NotResource = ['arn:aws:s3:::b/Payroll', 'arn:aws:s3:::b/Payroll/*'];
    expect(decide({ NotResource }, 's3:GetObject', 'arn:aws:s3:::b/other')).toBe('Allow');
    expect(decide({ NotResource }, 's3:GetObject', 'arn:aws:s3:::b/Payroll/may')).toBe('ImplicitDeny');
    const deny = { identity: [{}, { Effect: 'Deny', NotResource }] };
    expect(decideWith({ ...deny, resource: 'arn:aws:s3:::b/other' })).toBe('ExplicitDeny');
    expect(decideWith({ ...deny, resource: 'arn:aws:s3:::b/Payroll' })).toBe('Allow');
  });

  test('S52: only identity-based policies are completed; elsewhere a short ARN only narrows access', () => {
    const Resource = 'arn:aws:s3';
    expect(decideWith({ resourcePolicy: [{ Resource }] })).toBe('ImplicitDeny');
    expect(decideWith({ identity: [{}], vpcEndpoint: [{ Resource }] })).toBe('ImplicitDeny');
    expect(decideWith({ resourcePolicy: [{}, { Effect: 'Deny', Resource }] })).toBe('ExplicitDeny');
    expect(decideWith({ resourcePolicy: [{ NotResource: Resource }] })).toBe('ImplicitDeny');
    const queue = { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:111122223333:jobs' };
    const short = { Resource: 'arn:aws:sqs' };
    expect(decideWith({ ...queue, identity: [{}], boundary: [short] })).toBe('ImplicitDeny');
    expect(decideWith({ ...queue, identity: [{}], session: [[short]] })).toBe('ImplicitDeny');
    expect(decideWith({ ...queue, identity: [{}], session: [[{}, { Effect: 'Deny', ...short }]] })).toBe(
      'ExplicitDeny',
    );
  });

  test('S52: a short ARN in NotResource of a Deny spares nothing', () => {
    const deny = { Effect: 'Deny', NotResource: 'arn:aws:s3' };
    expect(decideWith({ identity: [{}], resourcePolicy: [{}, deny] })).toBe('ExplicitDeny');
    expect(decideWith({ identity: [{}], vpcEndpoint: [{}, deny] })).toBe('ExplicitDeny');
  });

  test('S52: a short ARN in an SCP or RCP counts only where it narrows access', () => {
    const short = { Resource: 'arn:aws:s3' };
    expect(decideWith({ identity: [{}], scps: [[short]] })).toBe('ImplicitDeny');
    expect(decideWith({ identity: [{}], scps: [[{}, { Effect: 'Deny', ...short }]] })).toBe('ExplicitDeny');
    const others = { NotResource: 'arn:aws:s3' };
    expect(decideWith({ identity: [{}], scps: [[others]] })).toBe('ImplicitDeny');
    expect(decideWith({ identity: [{}], rcps: [[{ Effect: 'Deny', ...others }]] })).toBe('ExplicitDeny');
  });

  test('S52: whether a completed field may be empty is an option', () => {
    const identity = [{ Resource: 'arn:aws:s3' }];
    expect(decideWith({ identity })).toBe('ImplicitDeny');
    expect(decideWith({ identity, options: { shortArn: 'wildcard' } })).toBe('Allow');
    const deny = { identity: [{}, { Effect: 'Deny', Resource: 'arn:aws:s3' }] };
    expect(decideWith(deny)).toBe('ExplicitDeny');
    const spared = { identity: [{}, { Effect: 'Deny', NotResource: 'arn:aws:s3' }] };
    expect(decideWith(spared)).toBe('ExplicitDeny');
    expect(decideWith({ ...spared, options: { shortArn: 'wildcard' } })).toBe('Allow');
  });

  describe('S209: what API Gateway lets a policy leave out', () => {
    const call = (stage: string): string => `arn:aws:execute-api:eu-north-1:111122223333:q1w2e3/${stage}`;
    const invoke = { principal: 'anonymous' as const, action: 'execute-api:Invoke' };
    const under = (statement: object, resource: string): string =>
      decideWith({ ...invoke, resource, resourcePolicy: [{}, { Effect: 'Deny', ...statement }] });

    test('stands for the API that the policy is of', () => {
      expect(
        decideWith({
          ...invoke,
          resource: call('live/GET/a'),
          resourcePolicy: [{ Resource: 'execute-api:/*' }],
        }),
      ).toBe('Allow');
      expect(under({ Resource: 'execute-api:/live/GET/a' }, call('live/GET/a'))).toBe('ExplicitDeny');
      expect(under({ Resource: 'execute-api:/live/*' }, call('beta/GET/a'))).toBe('Allow');
      expect(under({ Resource: 'execute-api:/GET' }, call('live/GET'))).toBe('Allow');
      expect(under({ NotResource: 'execute-api:/live/*' }, call('beta/GET/a'))).toBe('ExplicitDeny');
    });

    test('takes policy variables', () => {
      const Resource = 'execute-api:/live/GET/${aws:PrincipalTag/team}';
      const context = { 'aws:PrincipalTag/team': 'red' };
      const request = { ...invoke, context, resourcePolicy: [{ Resource }] };
      expect(decideWith({ ...request, resource: call('live/GET/red') })).toBe('Allow');
      expect(decideWith({ ...request, resource: call('live/GET/blue') })).toBe('ImplicitDeny');
    });

    test('means nothing in other policies, nor for other services', () => {
      const request = { action: 'execute-api:Invoke', resource: call('live/GET/a') };
      expect(decideWith({ ...request, identity: [{ Resource: 'execute-api:/*' }] })).toBe('ImplicitDeny');
      expect(decideWith({ resourcePolicy: [{ Resource: 'execute-api:/*' }] })).toBe('ImplicitDeny');
    });
  });

  test('S29: a statement without Resource is about what it is attached to', () => {
    const document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sns:Publish' }],
    };
    const result = policyFromValue(document, { type: 'resource' });
    expect(result.ok).toBe(true);
    const resource = result.ok ? result.policy : undefined;
    const request = {
      principal: 'anonymous',
      action: 'sns:Publish',
      resource: 'arn:aws:sns:us-east-1:111122223333:t',
    };
    expect(compile({ resource }).decide(request)).toBe('Allow');
  });
});

describe('policy variables in resources', () => {
  const home = 'arn:aws:s3:::home/${aws:username}/*';
  const alice = { 'aws:username': 'alice' };
  const on = (Resource: string, resource: string, context = {}): Decision =>
    decideWith({ identity: [{ Resource }], resource, context });

  test('S113, S114: are replaced by the value of the context key', () => {
    expect(on(home, 'arn:aws:s3:::home/alice/x', alice)).toBe('Allow');
    expect(on(home, 'arn:aws:s3:::home/bob/x', alice)).toBe('ImplicitDeny');
  });

  test('S3: are plain text without version 2012-10-17', () => {
    const identity = [policyOf([{ Resource: 'arn:aws:s3:::home/${aws:username}' }], '2008-10-17')];
    const request = { ...requestOf({}), context: alice };
    expect(compile({ identity }).decide({ ...request, resource: 'arn:aws:s3:::home/alice' })).toBe(
      'ImplicitDeny',
    );
    expect(compile({ identity }).decide({ ...request, resource: 'arn:aws:s3:::home/${aws:username}' })).toBe(
      'Allow',
    );
  });

  test('S114: never resolve before the fifth colon', () => {
    const context = { 'aws:PrincipalAccount': '111122223333' };
    const queue = 'arn:aws:sqs:us-east-1:111122223333:q';
    expect(on('arn:aws:sqs:us-east-1:${aws:PrincipalAccount}:q', queue, context)).toBe('ImplicitDeny');
    expect(on('arn:aws:sqs:us-east-1:111122223333:${aws:username}', queue, { 'aws:username': 'q' })).toBe(
      'Allow',
    );
  });

  test('S117, S118: fall back to their default only when the key is absent', () => {
    const Resource = "arn:aws:s3:::bucket-${aws:PrincipalTag/team, 'company'}";
    expect(on(Resource, 'arn:aws:s3:::bucket-company')).toBe('Allow');
    expect(on(Resource, 'arn:aws:s3:::bucket-blue', { 'aws:PrincipalTag/team': 'blue' })).toBe('Allow');
    expect(on(Resource, 'arn:aws:s3:::bucket-company', { 'aws:PrincipalTag/team': '' })).toBe('ImplicitDeny');
    expect(on(Resource, 'arn:aws:s3:::bucket-', { 'aws:PrincipalTag/team': '' })).toBe('Allow');
  });

  test('S119: an entry whose variable has no value matches nothing', () => {
    expect(on(home, 'arn:aws:s3:::home//x')).toBe('ImplicitDeny');
    expect(on(home, 'arn:aws:s3:::home/${aws:username}/x')).toBe('ImplicitDeny');
  });

  test('S58: in NotResource such an entry drops an Allow and keeps a Deny', () => {
    const NotResource = [home];
    expect(decideWith({ identity: [{ NotResource }] })).toBe('ImplicitDeny');
    expect(decideWith({ identity: [{}, { Effect: 'Deny', NotResource }] })).toBe('ExplicitDeny');
  });

  test('S58: other readings of such an entry are options', () => {
    const allow = { identity: [{ NotResource: [home] }] };
    const deny = { identity: [{}, { Effect: 'Deny', NotResource: [home] }] };
    expect(decideWith({ ...allow, options: { unresolvedNotResource: 'drop' } })).toBe('Allow');
    expect(decideWith({ ...allow, options: { unresolvedNotResource: 'void' } })).toBe('ImplicitDeny');
    expect(decideWith({ ...deny, options: { unresolvedNotResource: 'drop' } })).toBe('ExplicitDeny');
    expect(decideWith({ ...deny, options: { unresolvedNotResource: 'void' } })).toBe('Allow');
  });

  test('S122: ${*}, ${?} and ${$} are literal characters', () => {
    expect(on('arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/*')).toBe('Allow');
    expect(on('arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/k')).toBe('ImplicitDeny');
    expect(on('arn:aws:s3:::b/${?}', 'arn:aws:s3:::b/k')).toBe('ImplicitDeny');
    expect(on('arn:aws:s3:::b/${$}', 'arn:aws:s3:::b/$')).toBe('Allow');
  });

  test('S123: wildcards in a substituted value are literal', () => {
    expect(on(home, 'arn:aws:s3:::home/bob/x', { 'aws:username': '*' })).toBe('ImplicitDeny');
    expect(on(home, 'arn:aws:s3:::home/*/x', { 'aws:username': '*' })).toBe('Allow');
  });

  test('S74: an ambiguous key drops an Allow and keeps a Deny', () => {
    const context = { 'aws:PrincipalTag/Team': 'a', 'aws:principaltag/team': 'b' };
    const Condition = { StringEquals: { 'aws:PrincipalTag/team': 'a' } };
    expect(decideWith({ identity: [{ Condition }], context })).toBe('ImplicitDeny');
    expect(decideWith({ identity: [{}, { Effect: 'Deny', Condition }], context })).toBe('ExplicitDeny');
    const options = { undecidedDeny: 'skip' } as const;
    expect(decideWith({ identity: [{}, { Effect: 'Deny', Condition }], context, options })).toBe('Allow');
    expect(decideWith({ identity: [{ Condition }], context, options })).toBe('ImplicitDeny');
    const Resource = 'arn:aws:s3:::reports/${aws:PrincipalTag/team}*';
    const resource = 'arn:aws:s3:::reports/abc';
    expect(decideWith({ identity: [{ Resource }], context, resource })).toBe('ImplicitDeny');
    expect(decideWith({ identity: [{}, { Effect: 'Deny', Resource }], context, resource })).toBe(
      'ExplicitDeny',
    );
  });
});

describe('an operator that the language does not have', () => {
  const withOperator = (Effect: string): Policy => {
    const policy = policyOf([{ Effect, Condition: { StringEquals: { 'aws:username': 'alice' } } }]);
    const invent = (operator: ConditionOperator): ConditionOperator => ({
      ...operator,
      name: 'Magic' as OperatorName,
    });
    const statements = policy.statements.map((statement) => ({
      ...statement,
      conditions: statement.conditions.map((condition) => ({
        ...condition,
        operator: invent(condition.operator),
      })),
    }));
    return { ...policy, statements };
  };

  test('S23: does not grant, and does not let a Deny be skipped', () => {
    expect(compile({ identity: [withOperator('Allow')] }).decide(requestOf({}))).toBe('ImplicitDeny');
    expect(compile({ identity: [policyOf([{}]), withOperator('Deny')] }).decide(requestOf({}))).toBe(
      'ExplicitDeny',
    );
  });

  test('S23: skipping such a Deny is an option', () => {
    const identity = [policyOf([{}]), withOperator('Deny')];
    expect(compile({ identity }, { undecidedDeny: 'skip' }).decide(requestOf({}))).toBe('Allow');
  });
});

describe('many statements', () => {
  test('finds each of 3,000 patterns with like beginnings and ends, and nothing beside them', () => {
    const patterns = Array.from({ length: 3000 }, (_, i) =>
      i % 3 === 0
        ? `arn:aws:s3:::bucket-${i}/*`
        : i % 3 === 1
          ? `arn:aws:s3:::*/key-${i}`
          : `arn:aws:s3:::b-${i}/k`,
    );
    const { decide: decideOne } = authorizerOf({ identity: patterns.map((Resource) => ({ Resource })) });
    for (const [i, pattern] of patterns.entries()) {
      const resource = pattern.replace('*', 'x');
      expect([i, decideOne({ ...requestOf({}), resource })]).toEqual([i, 'Allow']);
      expect([
        i,
        decideOne({ ...requestOf({}), resource: `${resource.slice(0, 13)}!${resource.slice(14)}!` }),
      ]).toEqual([i, 'ImplicitDeny']);
    }
  });
});

describe('bad input', () => {
  test('never throws and never allows', () => {
    const { decide: decideOne, explain } = authorizerOf({ identity: [{ Resource: 'arn:aws:s3:::*' }] });
    const good = requestOf({});
    const bad: unknown[] = [
      {},
      { ...good, principal: null },
      { ...good, principal: 7 },
      { ...good, principal: { service: 3 } },
      { ...good, action: undefined },
      { ...good, action: { toString: () => 's3:GetObject' } },
      { ...good, resource: undefined },
      { ...good, resource: 12 },
    ];
    for (const request of bad) {
      expect(decideOne(request as typeof good)).toBe('ImplicitDeny');
      expect(() => JSON.stringify(explain(request as typeof good))).not.toThrow();
    }
    const contexts: unknown[] = [null, undefined, 3, [], { 'aws:x': null }, { 'aws:x': {} }];
    for (const context of contexts) {
      expect(decideOne({ ...good, context } as typeof good)).toBe('Allow');
    }
  });
});
