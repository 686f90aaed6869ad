import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from './runProgram.ts';
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

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

interface Comment {
  readonly id: number;
  readonly body: string;
  /** Whether others wrote it, so that it cannot be changed. */
  readonly foreign?: boolean;
}

/** What GitHub's interface for comments does, as far as the action uses it; it takes notes of what it is asked. */
async function withGitHub(
  comments: Comment[],
  use: (url: string, calls: readonly Call[]) => Promise<void>,
): Promise<void> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const { method = '', url: path = '' } = request;
      calls.push({ method, path, body });
      const changed = comments.find(({ id }) => path.endsWith(`/comments/${String(id)}`));
      const isRefused = request.headers.authorization !== 'Bearer t0ken' || changed?.foreign === true;
      response.statusCode = isRefused ? 403 : 200;
      const page = Number(/[?&]page=(\d+)/.exec(path)?.[1] ?? 1);
      response.end(JSON.stringify(method === 'GET' ? comments.slice(100 * (page - 1), 100 * page) : {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, calls);
  } finally {
    server.close();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

/** A clone with one policy in its last commit, and a wider one in the work tree. */
function changedClone(): { readonly clone: string; readonly base: string } {
  const clone = join(folder, 'clone');
  rmSync(clone, { recursive: true, force: true });
  mkdirSync(clone);
  const git = (...args: readonly string[]): string =>
    spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: clone,
      encoding: 'utf8',
    }).stdout.trim();
  git('init', '--quiet');
  writeFileSync(join(clone, 'deploy.json'), allow('ecs:RunTask'));
  git('add', '.');
  git('commit', '--quiet', '--message', 'one');
  writeFileSync(join(clone, 'deploy.json'), allow('ecs:*Task'));
  return { clone, base: git('rev-parse', 'HEAD') };
}

async function compareWith(url: string, inputs: Readonly<Record<string, string>> = {}) {
  const { clone, base } = changedClone();
  const event = join(folder, 'event.json');
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7, base: { sha: base } } }));
  return runProgram('node', [join(ROOT, 'tooling', 'github-action', 'run.js')], {
    cwd: clone,
    env: {
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_EVENT_PATH: event,
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: 'acme/infra',
      POLICYWRIGHT_COMMAND: JSON.stringify(['node', join(ROOT, 'packages/cli/bin/policywright.js')]),
      POLICYWRIGHT_DIFF: 'deploy.json',
      POLICYWRIGHT_TOKEN: 't0ken',
      ...inputs,
    },
  });
}

const MARK = '<!-- policywright: what the pull request newly allows -->';

test('a pull request gets one comment on what it newly allows, and the job passes', async () => {
  await withGitHub([{ id: 1, body: 'nice' }], async (url, calls) => {
    const { exitCode } = await compareWith(url);
    expect(exitCode).toBe(0);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /repos/acme/infra/issues/7/comments?per_page=100&page=1',
      'POST /repos/acme/infra/issues/7/comments',
    ]);
    const { body } = JSON.parse(calls[1]?.body ?? '') as { body: string };
    expect(body.split('\n').slice(0, 2)).toEqual([
      MARK,
      '## Access that changes: 1 newly-allowed (1 policy compared)',
    ]);
    expect(body).toContain('ecs:StopTask');
  });
});

test('later runs write the comment anew, wherever it stands, and leave alone what others mark as ours', async () => {
  const others = Array.from({ length: 100 }, (_, id) => ({ id: id + 10, body: 'nice' }));
  const comments = [
    { id: 1, body: `${MARK}\nmine`, foreign: true },
    ...others,
    { id: 2, body: `${MARK}\nold` },
  ];
  await withGitHub(comments, async (url, calls) => {
    await compareWith(url);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /repos/acme/infra/issues/7/comments?per_page=100&page=1',
      'PATCH /repos/acme/infra/issues/comments/1',
      'GET /repos/acme/infra/issues/7/comments?per_page=100&page=2',
      'PATCH /repos/acme/infra/issues/comments/2',
    ]);
  });
});

test('new access fails the job where that is asked for', async () => {
  await withGitHub([], async (url) => {
    expect((await compareWith(url, { POLICYWRIGHT_FAIL_ON_NEW_ACCESS: 'true' })).exitCode).toBe(1);
  });
});

test('without the right to comment the report is in the summary alone', async () => {
  await withGitHub([], async (url) => {
    writeFileSync(join(folder, 'summary.md'), '');
    const { exitCode, output } = await compareWith(url, { POLICYWRIGHT_TOKEN: 'of a fork' });
    expect(exitCode).toBe(0);
    expect(output).toContain(
      '::warning title=policywright::no comment on the pull request: GitHub answers 403; the job needs `pull-requests: write`',
    );
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain(
      '## Access that changes: 1 newly-allowed',
    );
  });
});

test('a base that is no commit, or cannot be had, is told', async () => {
  const odd = await compareWith('http://127.0.0.1:9', { POLICYWRIGHT_BASE: '--upload-pack=x' });
  expect([odd.exitCode, odd.output]).toEqual([
    2,
    '::error title=policywright::`base` is not a commit, by all its hex digits\n',
  ]);
  const gone = await compareWith('http://127.0.0.1:9', { POLICYWRIGHT_BASE: '0'.repeat(40) });
  expect(gone.output).toBe(
    '::error title=policywright::the base commit cannot be fetched; check out with `fetch-depth: 0`\n',
  );
});

test('a version that could be something else is refused', () => {
  const { status, stdout } = runAction({
    POLICYWRIGHT_COMMAND: '',
    POLICYWRIGHT_VERSION: '1.0.0 --call x',
    POLICYWRIGHT_LINT: 'policies',
  });
  expect([status, stdout]).toEqual([2, '::error title=policywright::`version` is not a version\n']);
});
