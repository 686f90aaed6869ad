import { posix } from 'node:path';
import { diagnostic, type CodegenDiagnostic } from '../diagnostic/diagnostic.ts';
import { readHeader } from '../emit/header.ts';
import type { FileState } from './fileState.ts';

/**
 * Says why a file cannot be written over.
 *
 * @param out - the folder, as the caller named it.
 * @returns `undefined` for a file that can.
 */
export function obstacle(state: FileState, out: string): CodegenDiagnostic | undefined {
  const file = posix.join(out, state.path);
  switch (state.kind) {
    case 'foreign':
      return diagnostic('not-generated', `\`${file}\` is in the way, and is not a generated file`, {
        file,
        help: 'move it, or choose another folder',
      });
    case 'edited':
      return diagnostic(
        'edited-by-hand',
        `\`${file}\` was edited after it was generated${firstDifference(state)}`,
        {
          file,
          help: 'move what you need elsewhere and delete the file, then generate again',
        },
      );
    case 'unreadable':
      return diagnostic('write-failed', `\`${file}\` cannot be read: ${state.reason}`, { file });
    default:
      return undefined;
  }
}

/**
 * Says how a file differs from what would be generated.
 *
 * @param out - the folder, as the caller named it.
 * @returns `undefined` for a file that does not.
 */
export function drift(state: FileState, out: string): CodegenDiagnostic | undefined {
  const file = posix.join(out, state.path);
  const details = { file, help: 'run `policywright generate` and commit what it writes' };
  switch (state.kind) {
    case 'same':
      return undefined;
    case 'missing':
      return diagnostic('out-of-date', `\`${file}\` is missing`, details);
    case 'stale':
      return diagnostic('out-of-date', `\`${file}\` is no longer generated`, details);
    case 'outdated':
      return diagnostic(
        'out-of-date',
        `\`${file}\` is out of date${changedHeader(state)}${firstDifference(state)}`,
        details,
      );
    default:
      return obstacle(state, out);
  }
}

function changedHeader({ text, header }: Extract<FileState, { kind: 'outdated' }>): string {
  const now = readHeader(text);
  if (now === undefined) return '';
  const changes = [
    ['codegen', header.generatorVersion, now.generatorVersion],
    ['catalog data', header.dataVersion, now.dataVersion],
    ['arguments', header.arguments, now.arguments],
  ].filter(([, before, after]) => before !== after);
  return changes.map(([what, before, after]) => `; ${what} \`${before}\`, now \`${after}\``).join('');
}

/** Quotes both sides of the first line below the header that differs. */
function firstDifference({
  text,
  current,
}: {
  readonly text: string | undefined;
  readonly current: string;
}): string {
  if (text === undefined) return '';
  const before = current.split('\n');
  const after = text.split('\n');
  const start = readHeader(current) === undefined ? 0 : 4;
  const length = Math.max(before.length, after.length);
  for (let line = start; line < length; line++) {
    if (before[line] === after[line]) continue;
    return `; line ${line + 1} is ${quoteLine(before[line])}, generated ${quoteLine(after[line])}`;
  }
  return '';
}

const LONGEST = 80;

function quoteLine(line: string | undefined): string {
  if (line === undefined) return 'absent';
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}\``;
}
