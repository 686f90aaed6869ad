import { POLICY_SET_FLAGS } from '@policywright/evaluator';
import { describe, expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';
import { ALLOWED, DENIED, fileOf, UNDECIDED } from '../_testing/scenarioText.ts';

const files = { 'one.json': fileOf(ALLOWED), 'two.json': fileOf(ALLOWED, DENIED) };

test('the text names the request, the decision and the statement that decided', async () => {
  const { stdout, stderr } = await runInMemory(['evaluate', 'one.json'], { files });
  expect(stdout).toContain('runs-task: Alice runs a task\n');
  expect(stdout).toContain('principal arn:aws:iam::111122223333:user/alice');
  expect(stdout).toContain('✓ Allow\n');
  expect(stdout).toContain('"Run" /identity/0/Statement/0');
  expect(stderr).toBe('');
});

test('S146: a denial says so, and which statement came closest', async () => {
  const source = {
    ...DENIED,
    action: 'ecs:RunTask',
    policies: { identity: [policyOn('arn:aws:ecs:*:*:cluster/x')] },
  };
  const { exitCode, stdout } = await runInMemory(['evaluate', '-'], { stdin: fileOf(source) });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('✗ ImplicitDeny\n');
  expect(stdout).toContain('comes closest to allowing it. One thing keeps it from that:\n');
});

test('a decision other than the expected one is pointed out', async () => {
  const { exitCode, stdout } = await runInMemory(['evaluate', '-'], {
    stdin: fileOf({ ...ALLOWED, expected: 'ExplicitDeny' }),
  });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('! the scenario expects ExplicitDeny');
});

test('the JSON has the decision, its code and rule, and the trace', async () => {
  const { exitCode, stdout } = await runInMemory(
    ['evaluate', 'two.json', '--id', 'stops-task', '--format', 'json'],
    { files },
  );
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    file: 'two.json',
    id: 'stops-task',
    expected: 'ImplicitDeny',
    decision: 'ImplicitDeny',
    undecided: false,
    code: 'identity-silent',
    rule: 'S146',
    decisive: null,
    layers: [
      {
        layer: 'identity',
        verdict: 'silent',
        statements: [{ ref: '/identity/0/Statement/0', applies: false }],
      },
    ],
  });
});

test('the Markdown begins with a heading', async () => {
  const { stdout } = await runInMemory(['evaluate', 'one.json', '--format=markdown'], { files });
  expect(stdout).toMatch(/^### runs-task: Alice runs a task\n\n\*\*Allow\*\*/);
});

describe('a file with several scenarios', () => {
  test('needs --id, and the message lists the ids', async () => {
    const { exitCode, stdout, stderr } = await runInMemory(['evaluate', 'two.json'], { files });
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('`two.json` holds 2 scenarios');
    expect(stderr).toContain('choose one with --id: `runs-task`, `stops-task`');
  });

  test('a misspelt id gives the closest', async () => {
    const { exitCode, stderr } = await runInMemory(['evaluate', 'two.json', '--id', 'stop-task'], { files });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('did you mean `stops-task`?');
  });

  test('an id that two scenarios have chooses neither', async () => {
    const stdin = fileOf(ALLOWED, { ...DENIED, id: 'runs-task' });
    const { exitCode, stderr } = await runInMemory(['evaluate', '-', '--id', 'runs-task'], { stdin });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('2 scenarios of `-` have the id `runs-task`');
  });

  test('a bad scenario does not keep another from being evaluated', async () => {
    const stdin = fileOf(ALLOWED, { id: 'bad' });
    expect((await runInMemory(['evaluate', '-', '--id', 'runs-task'], { stdin })).exitCode).toBe(0);
    expect((await runInMemory(['evaluate', '-', '--id', 'bad'], { stdin })).exitCode).toBe(2);
  });

  test('an empty array holds none', async () => {
    const { exitCode, stderr } = await runInMemory(['evaluate', '-'], { stdin: '[]' });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('holds no scenario');
  });
});

describe('S74: two keys that differ in case only', () => {
  test('leave an Allow undecided', async () => {
    const { exitCode, stdout } = await runInMemory(['evaluate', '-'], { stdin: fileOf(UNDECIDED) });
    expect(exitCode).toBe(4);
    expect(stdout).toContain('? undecided: the answer hangs on something that cannot be told');
  });

  test('do not matter where a Deny is certain', async () => {
    const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] };
    const policies = { ...Object(UNDECIDED['policies']), scps: [[deny]] };
    const { exitCode } = await runInMemory(['evaluate', '-'], { stdin: fileOf({ ...UNDECIDED, policies }) });
    expect(exitCode).toBe(1);
  });

  test('do not matter where a statement allows anyway and another layer is silent', async () => {
    const policies = { identity: [policyOn('*')], scps: [[{ Version: '2012-10-17', Statement: [] }]] };
    const { exitCode } = await runInMemory(['evaluate', '-'], { stdin: fileOf({ ...UNDECIDED, policies }) });
    expect(exitCode).toBe(1);
  });

  test('do not matter where the resource does not match either', async () => {
    const source = { ...UNDECIDED, policies: { identity: [policyOn('arn:aws:s3:::x', UNCERTAIN)] } };
    expect((await runInMemory(['evaluate', '-'], { stdin: fileOf(source) })).exitCode).toBe(1);
  });
});

const UNCERTAIN = { StringEquals: { 'aws:ResourceTag/team': 'blue' } };

function policyOn(resource: string, condition: object = {}): object {
  const statement = { Effect: 'Allow', Action: 'ecs:RunTask', Resource: resource };
  const conditional = Object.keys(condition).length > 0 ? { Condition: condition } : {};
  return { Version: '2012-10-17', Statement: [{ ...statement, ...conditional }] };
}

describe('colours', () => {
  const ESCAPE = '\u001b[';

  test.each([
    ['on a terminal', { isTTY: true }, true],
    ['not in a pipe', { isTTY: false }, false],
    ['not with NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }, false],
    ['with an empty NO_COLOR, which says nothing', { isTTY: true, env: { NO_COLOR: '' } }, true],
    ['in a pipe with FORCE_COLOR', { isTTY: false, env: { FORCE_COLOR: '1' } }, true],
    ['not with FORCE_COLOR=0', { isTTY: true, env: { FORCE_COLOR: '0' } }, false],
    ['not on a dumb terminal', { isTTY: true, env: { TERM: 'dumb' } }, false],
  ])('%s', async (_, world, colored) => {
    const { stdout } = await runInMemory(['evaluate', 'one.json'], { files, ...world });
    expect(stdout.includes(ESCAPE)).toBe(colored);
  });

  test('text from the file cannot steer the terminal', async () => {
    const stdin = fileOf({ ...ALLOWED, id: 'x\u001b[2J', title: 'a\u202eb' });
    const { stdout } = await runInMemory(['evaluate', '-'], { stdin });
    expect(stdout).toContain('x\\u001b[2J: a\\u202eb');
  });

  test('nor can text from a policy or the context', async () => {
    const condition = { StringEquals: { 'ecs:cluster': 'a\u001b[2J' } };
    const policies = { identity: [policyOn('*', condition)] };
    const source = { ...ALLOWED, context: { 'ecs:cluster': 'b\u001b[31m' }, policies };
    for (const format of ['text', 'markdown']) {
      const { stdout } = await runInMemory(['evaluate', '-', '--format', format], { stdin: fileOf(source) });
      expect(stdout).toContain('u001b');
      expect(stdout).not.toContain(ESCAPE);
    }
  });
});

test('--derive gives the context the keys of the request, unless the scenario has them', async () => {
  const condition = { StringEquals: { 'aws:username': 'alice' } };
  const source = { ...ALLOWED, policies: { identity: [policyOn('*', condition)] } };
  const decide = async (scenario: object, ...options: string[]): Promise<number> =>
    (await runInMemory(['evaluate', '-', ...options], { stdin: fileOf({ ...ALLOWED, ...scenario }) }))
      .exitCode;
  expect(await decide(source)).toBe(1);
  expect(await decide(source, '--derive')).toBe(0);
  expect(await decide({ ...source, context: { 'AWS:UserName': 'bob' } }, '--derive')).toBe(1);
});

describe('what hangs on the resource', () => {
  const key = {
    ...ALLOWED,
    action: 'kms:Decrypt',
    resource: 'arn:aws:kms:eu-central-1:111122223333:key/k',
    policies: {
      identity: [{ Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }] }],
      resource: { default: 'key-policy' },
    },
  };

  test('S171: a default key policy is named as what it is', async () => {
    const { exitCode, stdout, stderr } = await runInMemory(['evaluate', '-'], { stdin: fileOf(key) });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('default key policy');
  });

  test('S171: where the key policy is not given, the answer is a denial that says so', async () => {
    const policies = { ...key.policies, resource: null };
    const { exitCode, stdout } = await runInMemory(['evaluate', '-'], {
      stdin: fileOf({ ...key, policies }),
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('key policy');
  });

  test('S210: a denial by the bucket names the policy behind the access point', async () => {
    const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
    const through = {
      ...ALLOWED,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:eu-central-1:111122223333:accesspoint/images/object/a.png',
      underlying: ['arn:aws:s3:::images/a.png'],
      policies: { resource: [{ Statement: [statement] }, { Statement: [{ ...statement, Effect: 'Deny' }] }] },
    };
    const { exitCode, stdout } = await runInMemory(['evaluate', '-'], { stdin: fileOf(through) });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('  behind    arn:aws:s3:::images/a.png\n');
    expect(stdout).toContain('/underlying/0/Statement/0');
  });

  test('a wrong flag is told with its place and what it may be', async () => {
    const flags = { accessPointNetworkOrigin: 'vpc' };
    const { exitCode, stderr } = await runInMemory(['evaluate', '-'], { stdin: fileOf({ ...key, flags }) });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('`accessPointNetworkOrigin` cannot be `vpc`');
    expect(stderr).toContain('did you mean `VPC`?');
  });
});

test('the help names every flag and what a principal may be', async () => {
  const { stdout } = await runInMemory(['evaluate', '--help'], { files });
  const text = stdout.replace(/\s+/g, ' ');
  for (const flag of Object.keys(POLICY_SET_FLAGS)) expect(text).toContain(`\`${flag}\``);
  for (const name of ['"anonymous"', '"service"', '"federated"', '"canonicalUser"', 'underlying', 'grants'])
    expect(text).toContain(name);
});
