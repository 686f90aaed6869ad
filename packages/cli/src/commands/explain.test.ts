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

test.each([
  [['--error', 'nothing of the kind'], 'no access denied sentence'],
  [['--error', 'User: x is not authorized to perform: nothing'], 'no access denied sentence'],
  [[], '`--error` is missing'],
  [['--error', '-', '--scenario', '-'], 'cannot be both'],
  [['--error', SENTENCE, '--scenario', 'no.json'], 'no such file'],
  [['--error', '-'], 'standard input: it is empty'],
])('%j gives exit code 2', async (options, words) => {
  const { exitCode, stdout, stderr } = await runInMemory(['explain', ...options]);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(words);
});
