import { describe, expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';
import { ALLOWED, DENIED, fileOf } from '../_testing/scenarioText.ts';

const SENTENCE =
  'An error occurred (AccessDeniedException) when calling the StopTask operation: User: arn:aws:iam::111122223333:user/alice is not authorized to perform: ecs:StopTask on resource: arn:aws:ecs:eu-central-1:111122223333:task/web/1 because no identity-based policy allows the ecs:StopTask action';

describe('without policies', () => {
  test('the answer is a scenario to fill in, which evaluate takes', async () => {
    const { exitCode, stdout, stderr } = await runInMemory(['explain', '--error', SENTENCE]);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 'ecs:StopTask',
      resource: 'arn:aws:ecs:eu-central-1:111122223333:task/web/1',
      expected: 'ImplicitDeny',
    });
    const evaluated = await runInMemory(['evaluate', '-'], { stdin: stdout });
    expect(evaluated.exitCode).toBe(1);
    expect(evaluated.stderr).toBe('');
    expect((await runInMemory(['test', '-'], { stdin: stdout })).exitCode).toBe(0);
  });

  test('a service and anybody are principals, too', async () => {
    for (const [who, principal] of [
      ['ecs.amazonaws.com', { service: 'ecs.amazonaws.com' }],
      ['anonymous', 'anonymous'],
    ] as const) {
      const stdin = `User: ${who} is not authorized to perform: s3:GetObject with an explicit deny in a resource-based policy`;
      const { stdout } = await runInMemory(['explain', '--error', '-'], { stdin });
      expect(JSON.parse(stdout)).toMatchObject({ principal, resource: '*', expected: 'ExplicitDeny' });
    }
  });
});

describe('with --scenario', () => {
  const files = { 's.json': fileOf(DENIED), 'two.json': fileOf(ALLOWED, DENIED) };

  test('the request of the message is decided under the policies of the file', async () => {
    const argv = ['explain', '--error', SENTENCE, '--scenario', 'two.json', '--id', 'runs-task'];
    const { exitCode, stdout } = await runInMemory(argv, { files });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('action    ecs:StopTask\n');
    expect(stdout).toContain('✗ ImplicitDeny\n');
    expect(stdout).not.toContain('! ');
  });

  test('JSON is that of evaluate', async () => {
    const argv = ['explain', '--error', SENTENCE, '--scenario', 's.json', '--format', 'json'];
    const { stdout } = await runInMemory(argv, { files });
    expect(JSON.parse(stdout)).toMatchObject({
      decision: 'ImplicitDeny',
      code: 'identity-silent',
      expected: null,
    });
  });

  test('policies that do not lead to what AWS said are pointed out', async () => {
    for (const [sentence, words] of [
      [SENTENCE.replaceAll('StopTask', 'RunTask'), 'these policies allow'],
      [
        SENTENCE.replace(/because.*/, 'with an explicit deny in a service control policy'),
        'tells of an ExplicitDeny',
      ],
    ] as const) {
      const { exitCode, stdout } = await runInMemory(
        ['explain', '--error', sentence, '--scenario', 's.json'],
        {
          files,
        },
      );
      expect(exitCode).toBe(0);
      expect(stdout).toContain(words);
    }
  });

  test('--derive completes the context', async () => {
    const Condition = { StringEquals: { 'aws:username': 'alice' } };
    const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*', Condition }];
    const stdin = fileOf({ ...DENIED, policies: { identity: [{ Version: '2012-10-17', Statement }] } });
    const argv = ['explain', '--error', SENTENCE, '--scenario', '-'];
    expect((await runInMemory(argv, { stdin })).stdout).toContain('✗ ImplicitDeny');
    expect((await runInMemory([...argv, '--derive'], { stdin })).stdout).toContain('✓ Allow');
  });
});

describe('a message that tells more than the request', () => {
  const skeletonOf = async (
    message: string,
  ): Promise<{ scenario: Record<string, unknown>; stderr: string }> => {
    const { exitCode, stdout, stderr } = await runInMemory(['explain', '--error', message]);
    expect(exitCode).toBe(0);
    return { scenario: JSON.parse(stdout) as Record<string, unknown>, stderr };
  };
  const start = SENTENCE.replace(/ because.*/, '');

  test('names the policy that denied, and what to look at there', async () => {
    const arn = 'arn:aws:organizations::444455556666:policy/o-a1/service_control_policy/p-22b';
    const { scenario } = await skeletonOf(
      `${start} with an explicit deny in a service control policy: ${arn}`,
    );
    expect(scenario['expected']).toBe('ExplicitDeny');
    expect(scenario['why']).toBe(
      `AWS says that the service control policy ${arn} denies it: look there for a Deny statement that matches ecs:StopTask, and at its conditions`,
    );
  });

  test.each([
    ['with an explicit deny', 'a Deny statement matches ecs:StopTask, and not in which type of policy'],
    ['with an explicit deny in an identity-based policy', 'an identity-based policy denies it'],
    ['with an explicit deny in the role trust policy', 'a role trust policy denies it'],
    ['because no session policy allows the ecs:StopTask action', 'no session policy allows ecs:StopTask'],
  ])('%s', async (reason, words) => {
    expect((await skeletonOf(`${start} ${reason}`)).scenario['why']).toContain(words);
  });

  test('asks for the action that the reason names', async () => {
    const message =
      'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::shop/a" because no identity-based policy allows the kms:GenerateDataKey action';
    const { scenario, stderr } = await skeletonOf(message);
    expect(scenario).toMatchObject({
      action: 'kms:GenerateDataKey',
      resource: '*',
      expected: 'ImplicitDeny',
    });
    expect(scenario['why']).toContain('s3:PutObject was called, which needs kms:GenerateDataKey too');
    expect(stderr).toContain('note: the message does not name the resource of kms:GenerateDataKey');
  });

  test('keeps the resource where it is of the service of that action', async () => {
    const message =
      'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop/a" because no identity-based policy allows the s3:ListBucket action';
    expect((await skeletonOf(message)).scenario).toMatchObject({
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::shop/a',
    });
  });

  test('says what is left to fill in', async () => {
    for (const [message, words] of [
      ['Not authorized to perform sts:AssumeRole', 'does not name the principal'],
      [`User: AROAEXAMPLE ${start.slice(start.indexOf('is not'))}`, 'the principal as `AROAEXAMPLE`'],
      [start.replace(/resource: .*/, 'resource: role web'), 'the resource as `role web`'],
      [start.replace('eu-central-1:111122223333', 'eu-central-1:********3333'), 'masks the account'],
      [`${SENTENCE}. Encoded authorization failure message: Zm9v`, '--encoded-message Zm9v`'],
    ] as const)
      expect((await skeletonOf(message)).stderr).toContain(words);
  });

  test('is not decided before a principal is filled in', async () => {
    const { stdout } = await runInMemory(['explain', '--error', 'Not authorized to perform: sts:AssumeRole']);
    const { exitCode, stderr } = await runInMemory(['evaluate', '-'], { stdin: stdout });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('`arn:aws:iam::ACCOUNT:user/NAME` is no principal');
  });

  test.each([
    ['arn:aws:iam::111122223333:saml-provider/Corp', 'sts:AssumeRoleWithSAML', 'federated'],
    ['arn:aws:iam::111122223333:oidc-provider/id.example', 'sts:AssumeRoleWithWebIdentity', 'federated'],
    ['cognito-identity.amazonaws.com', 'sts:AssumeRoleWithWebIdentity', 'federated'],
    ['cognito-identity.amazonaws.com', 'kms:Decrypt', 'service'],
    ['7'.repeat(64), 's3:GetObject', 'canonicalUser'],
  ])('the principal %s of %s is %s', async (principal, action, kind) => {
    const { scenario } = await skeletonOf(`User: ${principal} is not authorized to perform: ${action}`);
    expect(scenario['principal']).toEqual({ [kind]: principal });
  });

  test('cannot steer a terminal', async () => {
    const message = SENTENCE.replace('task/web/1', 'task/web/\u009b2J\u202e1');
    const { stdout } = await runInMemory(['explain', '--error', message]);
    expect(stdout).toContain('task/web/\\u009b2J\\u202e1');
    expect((JSON.parse(stdout) as { resource: string }).resource).toContain('task/web/\u009b2J\u202e1');
    const files = { 's.json': fileOf(DENIED) };
    const explained = await runInMemory(['explain', message, '--scenario', 's.json'], { files });
    expect(explained.stdout).not.toContain('\u009b');
  });
});

describe('a decoded authorization message', () => {
  const values = (...all: readonly string[]): object => ({ items: all.map((value) => ({ value })) });
  const message = JSON.stringify({
    allowed: false,
    explicitDeny: false,
    matchedStatements: {
      items: [{ statementId: 'Run', effect: 'ALLOW', actions: values('ecs:Run*'), resources: values('*') }],
    },
    context: {
      principal: { id: 'AIDAEXAMPLE', name: 'alice', arn: 'arn:aws:iam::111122223333:user/alice' },
      action: 'ecs:RunTask',
      resource: 'arn:aws:ecs:eu-central-1:111122223333:task-definition/web:1',
      conditions: {
        items: [
          { key: 'aws:RequestedRegion', values: values('eu-central-1') },
          { key: 'aws:TagKeys', values: values('team', 'cost') },
        ],
      },
    },
  });

  test('becomes a scenario with its whole context', async () => {
    for (const stdin of [message, JSON.stringify({ DecodedMessage: message }, undefined, 4)]) {
      const { exitCode, stdout, stderr } = await runInMemory(['explain', '--error', '-'], { stdin });
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout)).toMatchObject({
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 'ecs:RunTask',
        resource: 'arn:aws:ecs:eu-central-1:111122223333:task-definition/web:1',
        context: { 'aws:RequestedRegion': 'eu-central-1', 'aws:TagKeys': ['team', 'cost'] },
        expected: 'ImplicitDeny',
        why: 'AWS says that no policy allows ecs:RunTask; statement "Run" matched: Allow ecs:Run* on *',
      });
    }
  });

  test('replaces the context keys of a scenario, whose others stay', async () => {
    const context = { 'AWS:requestedregion': 'us-east-1', 'aws:username': 'alice' };
    const Condition = { StringEquals: { 'aws:RequestedRegion': 'eu-central-1', 'aws:username': 'alice' } };
    const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*', Condition }];
    const policies = { identity: [{ Version: '2012-10-17', Statement }] };
    const files = { 's.json': fileOf({ ...DENIED, context, policies }), 'm.json': message };
    const { stdout } = await runInMemory(['explain', '--error', 'm.json', '--scenario', 's.json'], { files });
    expect(stdout).toContain('✓ Allow\n');
    expect(stdout).toContain('message   statement "Run" matched: Allow ecs:Run* on *\n');
    expect(stdout).toContain('! the message says denied, these policies allow');
  });
});

describe('what the message leaves open comes from the scenario', () => {
  const trust = fileOf({
    id: 'trusts',
    principal: { federated: 'arn:aws:iam::111122223333:oidc-provider/id.example' },
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: 'arn:aws:iam::111122223333:role/release',
    context: { 'id.example:sub': 'repo:live' },
    policies: {
      resource: {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/id.example' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringEquals: { 'id.example:sub': 'repo:main' } },
        },
      },
    },
  });

  test('principal and resource', async () => {
    const argv = [
      'explain',
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      '--scenario',
      't.json',
    ];
    const { exitCode, stdout } = await runInMemory(argv, { files: { 't.json': trust } });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('principal arn:aws:iam::111122223333:oidc-provider/id.example\n');
    expect(stdout).toContain('resource  arn:aws:iam::111122223333:role/release\n');
    expect(stdout).toContain('request has `repo:live`');
  });

  test('the role, also for another action of STS', async () => {
    const argv = ['explain', 'Not authorized to perform: sts:AssumeRole', '--scenario', 't.json'];
    const { stdout } = await runInMemory(argv, { files: { 't.json': trust } });
    expect(stdout).toContain(
      'action    sts:AssumeRole\n  resource  arn:aws:iam::111122223333:role/release\n',
    );
  });

  test('everything, where the message tells nothing', async () => {
    const files = { 's.json': fileOf(DENIED) };
    const { exitCode, stdout } = await runInMemory(['explain', 'Access Denied', '--scenario', 's.json'], {
      files,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('action    ecs:StopTask\n');
    expect(stdout).toContain('! access was denied, and the message does not say what was asked');
  });

  test('all but the principal, where the message names only that', async () => {
    const message = 'User: arn:aws:iam::111122223333:user/bob is not authorized to access this resource';
    const { stdout } = await runInMemory(['explain', message, '--scenario', '-'], { stdin: fileOf(DENIED) });
    expect(stdout).toContain('principal arn:aws:iam::111122223333:user/bob\n  action    ecs:StopTask\n');
  });

  test('the digits of an account that the message masks', async () => {
    const message = SENTENCE.replace('eu-central-1:111122223333', 'eu-central-1:********3333');
    const { stdout } = await runInMemory(['explain', message, '--scenario', '-'], { stdin: fileOf(DENIED) });
    expect(stdout).toContain('resource  arn:aws:ecs:eu-central-1:111122223333:task/web/1\n');
    const other = message.replace('****3333', '****4444');
    const masked = await runInMemory(['explain', other, '--scenario', '-'], { stdin: fileOf(DENIED) });
    expect(masked.stdout).toContain('resource  arn:aws:ecs:eu-central-1:********4444:task/web/1\n');
  });

  test('not the resource of another service', async () => {
    const message =
      'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: ecs:StopTask because no identity-based policy allows the kms:Decrypt action';
    const { stdout } = await runInMemory(['explain', message, '--scenario', '-'], { stdin: fileOf(DENIED) });
    expect(stdout).toContain('action    kms:Decrypt\n  resource  *\n');
  });
});

test('a missing Allow in another layer than under the policies is pointed out', async () => {
  const message = SENTENCE.replace('identity-based policy', 'permissions boundary');
  const { stdout } = await runInMemory(['explain', message, '--scenario', '-'], { stdin: fileOf(DENIED) });
  expect(stdout).toContain('misses an Allow in the layer boundary, these policies have none in identity');
});

test('with --format json, what the message tells is a member', async () => {
  const argv = ['explain', '--error', SENTENCE, '--scenario', '-', '--format', 'json'];
  const { stdout } = await runInMemory(argv, { stdin: fileOf(DENIED) });
  expect(JSON.parse(stdout)).toMatchObject({
    denied: { form: 'sentence', action: 'ecs:StopTask', layer: 'identity' },
  });
});

test('the message may be a file, by its path, or the argument', async () => {
  const files = { 'logs/Access Denied.txt': `09:12 ${SENTENCE}`, 'none.txt': 'all is well' };
  for (const argv of [['--error', 'logs/Access Denied.txt'], ['logs/Access Denied.txt'], [SENTENCE]]) {
    const { stdout } = await runInMemory(['explain', ...argv], { files });
    expect(JSON.parse(stdout)).toMatchObject({ action: 'ecs:StopTask' });
  }
  const none = await runInMemory(['explain', 'none.txt'], { files });
  expect(none.exitCode).toBe(2);
  expect(none.stderr).toContain('there is no access denied sentence in `none.txt`');
});

test.each([
  [['--error', 'nothing of the kind'], 'no access denied sentence'],
  [['--error', 'User: x is not authorized to perform: nothing'], 'no access denied sentence'],
  [['--error', 'Access Denied'], 'find the call in AWS CloudTrail'],
  [['--error', 'when calling the HeadObject operation: Access Denied'], 'the operation was HeadObject'],
  [
    ['--error', '{"message":"not authorized to access this resource with an explicit deny"}'],
    'a Deny statement refused it',
  ],
  [
    ['--error', 'Encoded authorization failure message: Zm9v'],
    '`aws sts decode-authorization-message --encoded-message Zm9v`',
  ],
  [
    ['--error', 'The ciphertext refers to a KMS key that does not exist, or you are not allowed to access.'],
    'whether the key is missing or the permission',
  ],
  [[], '`--error` is missing'],
  [['--error', SENTENCE, SENTENCE], 'the message is given twice'],
  [['--error', '-', '--scenario', '-'], 'cannot be both'],
  [['--error', SENTENCE, '--scenario', 'no.json'], 'no such file'],
  [['--error', '-'], 'standard input: it is empty'],
])('%j gives exit code 2', async (options, words) => {
  const { exitCode, stdout, stderr } = await runInMemory(['explain', ...options]);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(words);
});
