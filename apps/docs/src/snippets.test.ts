import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { guideSteps, type GuideStep } from '@policywright-tooling/new-user/guide-steps';
import { beforeAll, describe, expect, test } from 'vitest';
import { runLine } from './runLine.ts';

const DOCS = join(import.meta.dirname, '..');
const FOLDER = join(DOCS, '.cache', 'snippets');
const BIN = join(FOLDER, 'bin');

function stepsOf(page: string): readonly (GuideStep & { readonly name: string })[] {
  const steps = guideSteps(readFileSync(join(DOCS, 'pages', page), 'utf8'));
  return steps.map((step) => ({ ...step, name: `${page}:${String(step.line)}` }));
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

  test.each(stepsOf(page))('$name runs', async (step) => {
    mkdirSync(folder, { recursive: true });
    if (step.kind === 'commands') {
      printed = '';
      for (const { command, exitCode } of step.lines) {
        const said = await runLine(command, folder, BIN);
        expect(said.exitCode, `${command}\n${said.stdout}${said.stderr}`).toBe(exitCode);
        printed += said.stdout;
      }
    } else if (step.kind === 'printed') expect(printed.trimEnd()).toBe(step.text.trimEnd());
    else {
      const own = step.file ?? `${step.name.replace(/\W+/g, '-')}.ts`;
      const path = join(folder, own);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, step.text);
      if (step.kind === 'program') await import(/* @vite-ignore */ path);
    }
  });
});
