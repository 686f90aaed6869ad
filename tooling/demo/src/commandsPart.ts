import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeOrganization } from '@policywright-tooling/organization';
import { nodeIo, run } from 'policywright';
import { count, heading, print } from './terminal.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FILES = join(ROOT, 'docs', 'terminal');
const CALLER = 'arn:aws:iam::111122223333:role/deploy';
const PRINCIPALS = 2000;

/** A question with the exit code that answers it. */
interface Question {
  readonly title: string;
  readonly argv: readonly string[];
  readonly expected: number;
}

const OF_POLICIES: readonly Question[] = [
  {
    title: 'A call: can this role run this task, with the role that it passes?',
    argv: [
      'can',
      'ecs:RunTask',
      '--as',
      CALLER,
      '--region',
      'eu-west-1',
      '--policy',
      'mended.json',
      '--input',
      'call.json',
    ],
    expected: 1,
  },
  {
    title: 'A proof: what does this change let anyone do that they could not?',
    argv: ['diff', 'mended.json', 'wider.json'],
    expected: 1,
  },
  {
    title: 'A guard rail: is what must never happen impossible, for all requests?',
    argv: ['prove', join(ROOT, 'examples', 'guard-rails.yaml'), 'wider.json'],
    expected: 0,
  },
];

/** Asks a call, two proofs and an account by the command itself. Returns how many answers are not as expected. */
export async function commandsPart(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-demo-'));
  try {
    return await askIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function askIn(folder: string): Promise<number> {
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const policy = readFileSync(join(FILES, 'mended.json'), 'utf8');
  write('mended.json', policy);
  write('wider.json', policy.replace('ecs:*Task', 'ecs:*'));
  write('call.json', readFileSync(join(FILES, 'call.json'), 'utf8'));
  let failures = 0;
  for (const question of OF_POLICIES) failures += await ask(folder, question);
  const organization = makeOrganization({ principals: PRINCIPALS });
  for (const [file, text] of Object.entries(organization)) write(join('snapshot', file), text);
  const resource = /"arn":\s*"(arn:aws:s3:::[^"]+)"/.exec(Object.values(organization).join('\n'))?.[1] ?? '*';
  failures += await ask(folder, {
    title: `Accounts: who of ${count(PRINCIPALS)} principals can read this bucket?`,
    argv: ['audit', 'who-can', 's3:GetObject', `${resource}/report.csv`, '--snapshot', 'snapshot'],
    expected: 0,
  });
  return failures;
}

/** So many lines of an answer are shown. */
const MOST_LINES = 10;

async function ask(cwd: string, { title, argv, expected }: Question): Promise<number> {
  heading(title);
  print(`  $ policywright ${argv.map((word) => word.replace(`${ROOT}/`, '')).join(' ')}`);
  let output = '';
  const stream = { isTTY: false, write: (text: string) => void (output += text) };
  const start = performance.now();
  const exitCode = await run(argv, { ...nodeIo(), cwd, stdout: stream, stderr: stream });
  const lines = output.trimEnd().split('\n');
  for (const line of lines.slice(0, MOST_LINES)) print(`  ${line}`);
  if (lines.length > MOST_LINES) print(`  … ${count(lines.length - MOST_LINES)} more lines`);
  print(`  exit code ${exitCode}, ${count(performance.now() - start)} ms`);
  return exitCode === expected ? 0 : 1;
}
