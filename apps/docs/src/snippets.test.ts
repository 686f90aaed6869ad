import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

// Every example of the guides runs. A name in brackets makes a file of the guide's own folder; `ts` is a program, `sh`
// a list of commands that end with 0 unless `# exit N` says otherwise, `text` without a name what the commands before it print.
// `no-run` leaves one out, and so does `yaml` without a name.
const DOCS = join(import.meta.dirname, '..');
const FOLDER = join(DOCS, '.cache', 'snippets');
const FENCE = /^```(\w+)(?: \[([^\]]+)\])?( no-run)?\n([\s\S]*?)^```$/gm;
const BIN = join(FOLDER, 'bin');

interface Step {
  readonly name: string;
  readonly kind: string;
  readonly file: string | undefined;
  readonly text: string;
}

function stepsOf(page: string): readonly Step[] {
  const markdown = readFileSync(join(DOCS, 'pages', page), 'utf8');
  return [...markdown.matchAll(FENCE)].flatMap(([fence, kind = '', file, skipped, text = ''], index) => {
    const line = markdown.slice(0, markdown.indexOf(fence)).split('\n').length;
    return skipped === undefined
      ? [{ name: `${page}:${String(line)} (${String(index)})`, kind, file, text }]
      : [];
  });
}

const guides = ['guide', 'checks'].flatMap((folder) =>
  readdirSync(join(DOCS, 'pages', folder)).map((name) => `${folder}/${name}`),
);
const pages = ['index.md', ...guides];

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(BIN, { recursive: true });
  const command = join(DOCS, '..', '..', 'packages', 'cli', 'bin', 'policywright.js');
  writeFileSync(join(BIN, 'policywright'), `#!/bin/sh\nexec node "${command}" "$@"\n`, { mode: 0o755 });
});

describe.each(pages)('%s', (page) => {
  const folder = join(FOLDER, page.replace(/\W+/g, '-'));
  let printed = '';

  test.each(stepsOf(page))('$name runs', async ({ kind, file, text, name }) => {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, file ?? `${name.replace(/\W+/g, '-')}.ts`);
    if (file !== undefined || kind === 'ts') {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    if (kind === 'ts') await import(/* @vite-ignore */ path);
    else if (kind === 'sh')
      printed = text
        .replace(/\\\n\s*/g, '')
        .split('\n')
        .map((line) => run(line, folder))
        .join('');
    else if (kind === 'text' && file === undefined) expect(printed.trimEnd()).toBe(text.trimEnd());
  });
});

/** Runs a command and returns what it prints. */
function run(line: string, cwd: string): string {
  if (line === '') return '';
  const expected = Number(/# exit (\d)$/.exec(line)?.[1] ?? 0);
  const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env['PATH'] ?? ''}` };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, env, encoding: 'utf8' });
  expect(status, `${line}\n${stdout}${stderr}`).toBe(expected);
  return stdout;
}
