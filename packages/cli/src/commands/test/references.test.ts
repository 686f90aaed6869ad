import { describe, expect, test } from 'vitest';
import { runInMemory } from '../../_testing/runInMemory.ts';

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*' }],
});
const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess]
      Policies:
        - PolicyName: inline
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: 's3:GetObject', Resource: !Sub '\${Bucket.Arn}/*' }]
  Bucket: { Type: 'AWS::S3::Bucket' }
`;
const asks = (action: string, resource: string): object => ({
  id: action,
  action,
  resource,
  expected: 'Allow',
});
const shared = (identity: readonly object[], ...scenarios: readonly object[]): string =>
  JSON.stringify({
    principal: 'arn:aws:iam::111122223333:role/Deploy',
    context: {},
    policies: { identity },
    scenarios,
  });

describe('scenarios that refer to policies', () => {
  test('find files from the folder of the scenario file, templates and managed policies included', async () => {
    const values = { Bucket: 'reports', 'AWS::Partition': 'aws' };
    const files = {
      'p/deploy.json': POLICY,
      'p/template.yaml': TEMPLATE,
      'p/all.scenario.json': shared(
        [{ file: 'deploy.json' }, { file: 'template.yaml', resource: 'Deploy', values }],
        asks('ecs:RunTask', '*'),
        asks('s3:GetObject', 'arn:aws:s3:::reports/x'),
        asks('sqs:ListQueues', '*'),
      ),
    };
    const { exitCode, stdout, stderr } = await runInMemory(['test', 'p'], { files });
    expect(stderr).toBe('');
    expect(stdout).toBe('✓ 3 passed, 0 failed, 3 total\n');
    expect(exitCode).toBe(0);
  });

  test('say at the reference what is wrong with it', async () => {
    const text = shared([{ file: 'gone.json' }, { managed: 'ReadOnlyAcces' }], asks('ecs:RunTask', '*'));
    const { exitCode, stderr } = await runInMemory(['evaluate', 'a.json'], { files: { 'a.json': text } });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[scenario-reference]: gone.json: no such file or folder');
    expect(stderr).toContain('AWS has no managed policy `ReadOnlyAcces`');
    expect(stderr).toContain('did you mean `ReadOnlyAccess`?');
    expect(stderr).toMatch(/--> a\.json:1:\d+/);
  });

  test('name the place of a mistake in the file that they refer to', async () => {
    const files = {
      'a.json': shared([{ file: 'b.yaml' }], asks('ecs:RunTask', '*')),
      'b.yaml': 'Version: "2012-10-17"\nStatement: [',
    };
    const { stderr } = await runInMemory(['test', 'a.json'], { files });
    expect(stderr).toMatch(/b\.yaml:\d+:\d+: the text is not YAML/);
  });
});

describe('a scenario file in YAML', () => {
  const yaml = `principal: arn:aws:iam::111122223333:user/a
policies: { identity: [{ file: deploy.json }] }
scenarios:
  - { id: runs, action: ecs:RunTask, resource: '*', context: {}, expected: Allow }
  - { id: stops, action: ecs:StopTask, resource: '*', context: {}, expectd: Allow }
`;
  test('is run, with places in it', async () => {
    const files = { 'p/a.scenario.yml': yaml, 'p/deploy.json': POLICY };
    const { stdout, stderr } = await runInMemory(['test', 'p'], { files });
    expect(stderr).toContain('--> p/a.scenario.yml:5:');
    expect(stderr).toContain('did you mean `expected`?');
    expect(stdout).toContain('1 passed, 1 failed');
  });

  test('that is none is one failure', async () => {
    const { exitCode, stdout } = await runInMemory(['test', 'a.scenario.yaml'], {
      files: { 'a.scenario.yaml': 'a: [' },
    });
    expect(exitCode).toBe(2);
    expect(stdout).toContain('the text is not YAML');
  });
});

describe('a policy where a scenario is meant', () => {
  test.each(['test', 'evaluate'])('is told apart by `%s`', async (command) => {
    const { exitCode, stderr } = await runInMemory([command, 'deploy.json'], {
      files: { 'deploy.json': POLICY },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('the file holds a policy, not a scenario');
    expect(stderr).toContain('"policies": { "identity": [{ "file": "deploy.json" }] }');
  });

  test('is passed over in a folder, where scenarios refer to it', async () => {
    const files = {
      'p/deploy.json': POLICY,
      'p/tests.json': shared([{ file: 'deploy.json' }], asks('ecs:RunTask', '*')),
    };
    const { exitCode, stdout, stderr } = await runInMemory(['test', 'p'], { files });
    expect(exitCode).toBe(0);
    expect(stdout).toBe('✓ 1 passed, 0 failed, 1 total\n');
    expect(stderr).toBe('1 file holds a policy and no scenario, and is passed over\n\n');
  });

  test('does not hide a broken scenario', async () => {
    const files = { 'p/deploy.json': POLICY, 'p/tests.json': '[{' };
    expect((await runInMemory(['test', 'p'], { files })).exitCode).toBe(2);
  });
});

test('a folder with files called *.scenario.json has no other scenarios; another folder is as before', async () => {
  const one = shared([{ Version: '2012-10-17', Statement: [] }], {
    ...asks('a:B', '*'),
    expected: 'ImplicitDeny',
  });
  const files = { 'p/x.scenario.json': one, 'p/other.json': '{', 'q/tests.json': one };
  const { exitCode, stdout } = await runInMemory(['test', 'p', 'q', '--format', 'json'], { files });
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout).results.map(({ file }: { file: string }) => file)).toEqual([
    'p/x.scenario.json',
    'q/tests.json',
  ]);
});
