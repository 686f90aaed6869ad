import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { terminalPicture } from './terminalPicture.ts';
import { ROOT } from './workspace.ts';

const FOLDER = join(ROOT, 'docs', 'terminal');
const PICTURE = join(ROOT, 'docs', 'terminal.svg');
const TITLE =
  'A terminal: policywright lint finds a misspelt action, diff tells what a wildcard in its place allows, can shows why the call is denied';

/** What the README shows, as it is typed in the folder of its files. */
const COMMANDS = [
  'npx policywright lint policy.json',
  'npx policywright diff policy.json mended.json | head -4',
  'npx policywright can ecs:RunTask --policy mended.json --input call.json \\\n  --as arn:aws:iam::111122223333:user/ada --region eu-west-1 | head -4',
];

/** Runs a command as a terminal with colours would. */
function run(command: string): string {
  const bin = join(ROOT, 'packages', 'cli', 'bin', 'policywright.js');
  const { stdout } = spawnSync(
    'sh',
    ['-c', command.replaceAll('npx policywright', `"${process.execPath}" "${bin}"`)],
    {
      cwd: FOLDER,
      encoding: 'utf8',
      env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: undefined },
    },
  );
  return stdout;
}

describe('the picture of the README', () => {
  test('shows what the commands print', () => {
    const picture = terminalPicture(
      COMMANDS.map((command) => ({ command, output: run(command) })),
      TITLE,
    );
    if (process.env['UPDATE_DOCS'] !== undefined) writeFileSync(PICTURE, picture);
    expect(readFileSync(PICTURE, 'utf8')).toBe(picture);
  });

  test('tells the same in words', () => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(`![${TITLE}](docs/terminal.svg)`);
  });
});

describe('a terminal as a picture', () => {
  const picture = terminalPicture(
    [
      { command: 'a <b>', output: '\u001B[31mno\u001B[39m: x & y\n' },
      { command: 'c', output: 'd' },
    ],
    'A & B',
  );

  test('has each line of what is typed and printed, with its colours', () => {
    expect(picture).toContain('<title id="title">A &amp; B</title>');
    expect(picture).toContain('<tspan class="p">$ </tspan><tspan class="b">a &lt;b&gt;</tspan></text>');
    expect(picture).toContain('<tspan class="r">no</tspan>: x &amp; y</text>');
  });

  test('goes on in the next line where a line is too long', () => {
    const long = terminalPicture([{ command: 'a', output: `\u001B[32m${'x'.repeat(80)}` }], 'long');
    expect(long).toContain(`<tspan class="g">${'x'.repeat(76)}</tspan></text>`);
    expect(long).toContain('<tspan class="g">xxxx</tspan></text>');
  });

  test('shows one command after the other', () => {
    expect([...picture.matchAll(/animation-delay: (\d+)s/g)].map(([, delay]) => delay)).toEqual(['0', '3']);
  });
});
