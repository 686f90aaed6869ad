import { execFile } from 'node:child_process';
import type { GitAnswer } from './io.ts';

/**
 * Runs `git` in the current folder, without a shell.
 *
 * @param args - each reaches it as it is; who calls sees to it that none is taken for an option.
 * @param maxBytes - the most bytes of its answer.
 * @returns never rejects.
 */
export function runGit(args: readonly string[], maxBytes: number): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const options = { encoding: 'buffer', maxBuffer: maxBytes, windowsHide: true } as const;
    const child = execFile('git', args, options, (failure, output, errors) => {
      resolve({ ok: failure === null, output, error: failure === null ? '' : reasonOf(failure, errors) });
    });
    child.stdin?.end();
  });
}

function reasonOf({ code, message }: { code?: unknown; message: string }, errors: Uint8Array): string {
  if (code === 'ENOENT') return '`git` is not installed';
  const [line = ''] = new TextDecoder().decode(errors).trim().split('\n');
  return line === '' ? message : line;
}
