import { describe, expect, test } from 'vitest';
import { runInMemory } from '../../_testing/runInMemory.ts';

const ACCOUNT = '111122223333';
const TASK_ROLE = `arn:aws:iam::${ACCOUNT}:role/web-task`;
const DEFINITION = `arn:aws:ecs:eu-west-1:${ACCOUNT}:task-definition/web:7`;

const DEPLOY = {
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Run', Effect: 'Allow', Action: 'ecs:RunTask', Resource: DEFINITION },
    {
      Sid: 'Pass',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: TASK_ROLE,
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    },
  ],
};
const TRUST = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
};

const RUNS = {
  id: 'runs',
  title: 'the pipeline runs a task',
  principal: `arn:aws:iam::${ACCOUNT}:role/deploy`,
  operation: 'ecs:RunTask',
  input: { cluster: 'shop', taskDefinition: 'web:7', overrides: { taskRoleArn: TASK_ROLE } },
  world: { [TASK_ROLE]: { trust: { file: 'trust.json' } }, [DEFINITION]: { roles: [] } },
  context: { 'aws:RequestedRegion': 'eu-west-1' },
  policies: { identity: [{ file: 'deploy.json' }] },
  expected: 'Allow',
};

/** The decisions that the scenario comes to with some members replaced. */
const CASES = [
  RUNS,
  { ...RUNS, id: 'other', input: { ...RUNS.input, taskDefinition: 'api:1' }, expected: 'ImplicitDeny' },
  {
    ...RUNS,
    id: 'never',
    policies: {
      identity: [
        { file: 'deploy.json' },
        { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: 'iam:PassRole', Resource: '*' } },
      ],
    },
    expected: 'ExplicitDeny',
  },
  { ...RUNS, id: 'untold', world: {}, expected: 'Depends' },
  {
    ...RUNS,
    id: 'untold-roles',
    world: { [TASK_ROLE]: { trust: { file: 'trust.json' } } },
    expected: 'Depends',
  },
  {
    ...RUNS,
    id: 'not-counted',
    world: { [TASK_ROLE]: { trust: { file: 'trust.json' } } },
    perhaps: 'ignore',
    expected: 'Allow',
  },
];
const FILES = { 'deploy.json': JSON.stringify(DEPLOY), 'trust.json': JSON.stringify(TRUST) };

function files(...scenarios: readonly object[]): Readonly<Record<string, string>> {
  return { ...FILES, 'a.scenario.json': JSON.stringify(scenarios, undefined, 2) };
}

const run = (scenarios: readonly object[], ...options: readonly string[]) =>
  runInMemory(['test', 'a.scenario.json', ...options], { files: files(...scenarios) });

describe('scenarios with `operation`', () => {
  test('pass where all that the call is authorised for comes out as expected', async () => {
    const { exitCode, stdout, stderr } = await run(CASES, '--format', 'json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).results).toEqual(
      CASES.map(({ id, expected }) => ({
        file: 'a.scenario.json',
        id,
        passed: true,
        expected,
        actual: expected,
      })),
    );
    expect(exitCode).toBe(0);
  });

  test('fail with the check that settles it, and what the answer depends on', async () => {
    const { exitCode, stdout } = await run([
      { ...CASES[1], expected: 'Allow' },
      { ...CASES[3], expected: 'Allow' },
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('expected Allow, got ImplicitDeny');
    expect(stdout).toContain('ecs:RunTask on arn:aws:ecs:eu-west-1:111122223333:task-definition/api:1: ');
    expect(stdout).toContain(`it depends on trust policy of ${TASK_ROLE}`);
    expect(stdout).toContain('policywright evaluate a.scenario.json --id other');
  });

  test('stand in JUnit, and in the annotations and the summary of a pull request', async () => {
    const wrong = { ...CASES[1], expected: 'Depends' };
    const { stdout: xml } = await run([RUNS, wrong], '--format', 'junit');
    expect(xml).toContain('<testsuites name="policywright" tests="2" failures="1" errors="0">');
    expect(xml).toContain('<failure message="expected Depends, got ImplicitDeny"/>');
    const { stdout: annotation } = await run([wrong], '--format', 'github');
    expect(annotation).toContain(
      '::error file=a.scenario.json,title=other::expected Depends, got ImplicitDeny',
    );
    const { stdout: summary } = await run([wrong], '--format', 'markdown');
    expect(summary).toContain('| `a.scenario.json` | other | Depends | ImplicitDeny |');
  });

  test('may be YAML, and share what is the same', async () => {
    const yaml = `principal: ${RUNS.principal}
region: eu-west-1
policies: { identity: [{ file: deploy.json }] }
world: { "${TASK_ROLE}": { trust: { file: trust.json } }, "${DEFINITION}": { roles: [] } }
scenarios:
  - id: runs
    operation: ecs:RunTask
    input: { cluster: shop, taskDefinition: web:7, overrides: { taskRoleArn: "${TASK_ROLE}" } }
    expected: Allow
  - { id: stops, operation: ecs:StopTask, input: { cluster: shop, task: a }, expected: ImplicitDeny }
  - { id: passes, action: "iam:PassRole", resource: "${TASK_ROLE}", context: { "iam:PassedToService": ecs-tasks.amazonaws.com }, expected: Allow }
`;
    const { stdout, exitCode, stderr } = await runInMemory(['test', 'a.yaml'], {
      files: { ...FILES, 'a.yaml': yaml },
    });
    expect(stderr).toBe('');
    expect(stdout).toContain('3 passed, 0 failed, 3 total');
    expect(exitCode).toBe(0);
  });

  test('count for coverage with each request, and for mutants', async () => {
    const { stdout } = await run([RUNS, CASES[1] ?? {}], '--format', 'json', '--coverage', '--mutate');
    const { coverage, mutation } = JSON.parse(stdout);
    const [document] = coverage.documents;
    expect(document).toMatchObject({
      file: 'deploy.json',
      scenarios: 2,
      statements: { covered: 2, total: 2 },
    });
    expect(document.uncovered.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/Statement/1/Condition/StringEquals/iam:PassedToService',
    ]);
    // Nothing shows that the role can be passed to ECS alone.
    const survivors = mutation.survivors.map(({ kind, pointer }: { kind: string; pointer: string }) => [
      kind,
      pointer,
    ]);
    expect(survivors).toContainEqual([
      'drop-condition',
      '/Statement/1/Condition/StringEquals/iam:PassedToService',
    ]);
    expect(mutation.caught).toBeGreaterThan(0);
  });

  test('are answered by `evaluate` with one line a check', async () => {
    const scenario = files(...CASES);
    const allowed = await runInMemory(['evaluate', 'a.scenario.json', '--id', 'runs'], { files: scenario });
    expect(allowed.exitCode).toBe(0);
    expect(allowed.stdout).toContain('runs: the pipeline runs a task');
    expect(allowed.stdout).toContain(`✓ iam:PassRole on ${TASK_ROLE} (passes the role)`);
    const json = await runInMemory(['evaluate', 'a.scenario.json', '--id', 'never', '--format', 'json'], {
      files: scenario,
    });
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      file: 'a.scenario.json',
      id: 'never',
      operation: 'ecs:RunTask',
      answer: 'Denied',
    });
    const open = await runInMemory(['evaluate', 'a.scenario.json', '--id', 'untold'], { files: scenario });
    expect(open.exitCode).toBe(4);
  });

  test('are refused by `explain`, whose messages are about one action', async () => {
    const message = 'User: arn:aws:iam::111122223333:role/deploy is not authorized to perform: ecs:RunTask';
    const { exitCode, stderr } = await runInMemory(
      ['explain', '--error', message, '--scenario', 'a.scenario.json', '--id', 'runs'],
      { files: files(RUNS) },
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('the scenario `runs` asks for an operation, and the message is about an action');
  });
});

describe('what is wrong with a call is an error at its place', () => {
  test.each<readonly [string, object, string, string, string]>([
    [
      'the operation',
      { operation: 'ecs:RunTsk' },
      '`ecs:RunTsk` is no operation',
      'did you mean `ecs:RunTask`?',
      '5:16',
    ],
    [
      'a member of the input',
      { input: { taskDefinition: { family: 'web' } } },
      '`taskDefinition` is not a text, expected the name or ARN of the task-definition',
      '',
      '7:23',
    ],
    [
      'the policy of a resource that is there twice',
      {
        operation: 's3:GetObject',
        input: { Bucket: 'docs', Key: 'a' },
        world: { 'arn:aws:s3:::docs': { policy: { Version: '2012-10-17', Statement: [] } } },
        policies: { resource: { Version: '2012-10-17', Statement: [] } },
      },
      'the policy of `arn:aws:s3:::docs` is given twice: among the policies, and by the world',
      'leave one of them out',
      '22:17',
    ],
    [
      'a tag that the context has otherwise than the world',
      {
        context: { 'aws:ResourceTag/team': 'a' },
        world: { [DEFINITION]: { tags: { team: 'b' } } },
        region: 'eu-west-1',
      },
      `\`aws:ResourceTag/team\` is \`a\`, and in the world \`${DEFINITION}\` has \`b\``,
      'say it once',
      '21:29',
    ],
  ])('%s', async (_, changes, message, help, place) => {
    const text = JSON.stringify({ ...RUNS, ...changes }, undefined, 2);
    const { exitCode, stderr, stdout } = await runInMemory(['test', 'a.json'], {
      files: { ...FILES, 'a.json': text },
    });
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
    expect(stderr).toContain(`--> a.json:${place}`);
    expect(stdout).toContain('0 passed, 1 failed, 1 total');
    expect(exitCode).toBe(2);
  });

  test('a slip of the pen in a member is guessed', async () => {
    const { stderr } = await run([{ ...RUNS, input: { cluster: 'shop', taskDefinitin: 'web:7' } }]);
    expect(stderr).toContain('`taskDefinitin` may be a slip of the pen');
  });
});
