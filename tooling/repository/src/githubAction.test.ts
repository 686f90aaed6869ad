import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './workspace.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policywright-action-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly summary: string;
}

let runs = 0;

function runAction(inputs: Readonly<Record<string, string>>): Outcome {
  runs += 1;
  const summaryFile = join(folder, `summary-${String(runs)}.md`);
  writeFileSync(summaryFile, '');
  const { status, stdout } = spawnSync('node', [join(ROOT, 'tooling', 'github-action', 'run.js')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      GITHUB_STEP_SUMMARY: summaryFile,
      POLICYWRIGHT_COMMAND: JSON.stringify(['node', join(ROOT, 'packages/cli/bin/policywright.js')]),
      ...inputs,
    },
  });
  return { status, stdout, summary: readFileSync(summaryFile, 'utf8') };
}

const allow = (action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: action, Resource: '*' } });

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const scenario = (expected: string): string =>
  JSON.stringify({
    id: 'run | task',
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 'ecs:RunTask',
    resource: '*',
    context: {},
    policies: { identity: [JSON.parse(allow('ecs:RunTask'))] },
    expected,
  });

test('a clean policy and a scenario that passes end well', () => {
  const outcome = runAction({
    POLICYWRIGHT_LINT: write('clean.json', allow('ecs:ListClusters')),
    POLICYWRIGHT_SCENARIOS: write('passes.json', scenario('Allow')),
  });
  expect(outcome.status).toBe(0);
  expect(outcome.summary).toContain('## Lint: no findings');
  expect(outcome.summary).toContain('## Scenarios: 1 passed, 0 failed');
});

test('a finding is annotated where it stands, listed in the summary, and fails the job', () => {
  const outcome = runAction({ POLICYWRIGHT_LINT: write('typo.json', allow('ecs:RunTsak')) });
  expect(outcome.status).toBe(1);
  expect(outcome.stdout).toContain('::error file=typo.json,line=1');
  expect(outcome.summary).toContain('| error | invalid-action | `typo.json:1` |');
});

test('a scenario that fails is annotated and its text cannot break out of the table', () => {
  const outcome = runAction({ POLICYWRIGHT_SCENARIOS: write('fails.json', scenario('ExplicitDeny')) });
  expect(outcome.status).toBe(1);
  expect(outcome.stdout).toContain(
    '::error file=fails.json,title=run | task::expected ExplicitDeny, got Allow',
  );
  expect(outcome.summary).toContain('run &#124; task');
});

test('what is not a path, and nothing at all, is wrong usage', () => {
  const odd = runAction({ POLICYWRIGHT_LINT: 'policies\n--fix%0A::error::x' });
  expect(odd.status).toBe(2);
  expect(odd.stdout).toBe('::error title=policywright::path 2 of `lint` is not a path\n');
  expect(runAction({}).status).toBe(2);
});
