import { createHash } from 'node:crypto';
import { extname, resolve } from 'node:path';
import type { FoundFile } from '../../io/findFiles.ts';
import type { Io } from '../../io/io.ts';
import { MOST_BYTES, readInput } from '../../io/readInput.ts';
import { canHoldPolicy } from './policyWords.ts';

/** Files of which the findings are the same as long as nobody writes to them; mostly one. */
export type IdenticalFiles = readonly [FoundFile, ...(readonly FoundFile[])];

/**
 * Puts files with the same text and the same ending together. Only files of one size are read for it, and no pipes,
 * which can be read once.
 *
 * @param io - the files.
 * @param found - in the order of the report.
 * @returns each file once; groups, and the files of each, in the order of `found`.
 */
export async function identicalFiles(
  io: Io,
  found: readonly FoundFile[],
): Promise<readonly IdenticalFiles[]> {
  const groups = new Map<FoundFile, [FoundFile, ...FoundFile[]]>(found.map((file) => [file, [file]]));
  for (const alike of (await bySize(io, found)).values()) {
    if (alike.length === 1) continue;
    const firsts = new Map<string, FoundFile>();
    for (const file of alike) {
      const key = await keyOf(io, file);
      const first = key === undefined ? undefined : firsts.get(key);
      if (first !== undefined) {
        groups.get(first)?.push(file);
        groups.delete(file);
      } else if (key !== undefined) firsts.set(key, file);
    }
  }
  return [...groups.values()];
}

/** How many files are asked for their size at once. */
const AT_ONCE = 32;

async function bySize(io: Io, found: readonly FoundFile[]): Promise<ReadonlyMap<number, FoundFile[]>> {
  const sizes = new Map<number, FoundFile[]>();
  for (let start = 0; start < found.length; start += AT_ONCE) {
    const some = found.slice(start, start + AT_ONCE);
    const all = await Promise.all(some.map((file) => sizeOf(io, file)));
    for (const [at, file] of some.entries()) {
      const size = all[at];
      if (size === undefined) continue;
      const alike = sizes.get(size);
      if (alike === undefined) sizes.set(size, [file]);
      else alike.push(file);
    }
  }
  return sizes;
}

/** In bytes; `undefined` for what is not read as a plain file is. */
async function sizeOf(io: Io, { ok, file }: FoundFile): Promise<number | undefined> {
  if (!ok || file === '-') return undefined;
  try {
    const { kind, size } = await io.files.stat(resolve(io.cwd, file));
    return kind === 'file' && size > 0 && size <= MOST_BYTES ? size : undefined;
  } catch {
    return undefined;
  }
}

/** What the findings depend on; `undefined` for a file that has none. */
async function keyOf(io: Io, found: FoundFile): Promise<string | undefined> {
  const input = await readInput(io, found.file);
  if (!found.ok || !input.ok || !canHoldPolicy(input.text)) return undefined;
  const text = createHash('sha256').update(input.text).digest('base64');
  return `${text} ${found.named} ${extname(found.file).toLowerCase()}`;
}
