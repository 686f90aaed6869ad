import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run, type Io } from 'policywright';

/** What a line printed, and how it ended. */
export interface LineResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command whose words a shell would leave as they are, and perhaps a file for what it prints. */
const PLAIN = /^policywright ((?:[\w@%+=:,./#-]+|'[^']*'| )+?)(?: > ([\w./-]+))?$/;

/** Audits work in threads and processes of their own, and `git` is one. */
const NEEDS_PROCESS = /^policywright audit |\bgit:/;

/**
 * Runs a line of a guide as a shell would, with `policywright` in the `PATH`.
 *
 * @param line - one command of the toolkit runs in this process, where nothing has to be loaded again; a shell takes
 *   all other lines.
 * @param cwd - the folder of the guide.
 * @param bin - the folder that has `policywright`.
 */
export async function runLine(line: string, cwd: string, bin: string): Promise<LineResult> {
  const [, words, file] = NEEDS_PROCESS.test(line) ? [] : (PLAIN.exec(line) ?? []);
  if (words === undefined) {
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, env, encoding: 'utf8' });
    return { exitCode: status, stdout, stderr };
  }
  const said = await runHere(
    [...words.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word),
    cwd,
  );
  if (file === undefined) return said;
  writeFileSync(join(cwd, file), said.stdout);
  return { ...said, stdout: '' };
}

async function runHere(argv: readonly string[], cwd: string): Promise<LineResult> {
  const said = { stdout: '', stderr: '' };
  const output = (name: keyof typeof said): Io['stdout'] => ({
    write: (text) => void (said[name] += text),
    isTTY: false,
  });
  const exitCode = await run(argv, {
    stdout: output('stdout'),
    stderr: output('stderr'),
    readStdin: async () => new Uint8Array(),
    files: FILES,
    cwd,
    env: {},
  });
  return { exitCode, ...said };
}

const kindOf = (entry: { isFile(): boolean; isDirectory(): boolean }): 'file' | 'folder' | 'other' =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

const FILES: Io['files'] = {
  stat: async (path) => {
    const facts = await stat(path);
    return { kind: kindOf(facts), size: facts.size };
  },
  read: (path) => readFile(path),
  list: async (folder) =>
    (await readdir(folder, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      kind: kindOf(entry),
    })),
  write: (path, content) => writeFile(path, content),
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
};
