import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { PolicyReference, ReferencedFile, ReferenceSources } from '@policywright/scenario';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { loadManagedPolicies, type FindManagedPolicy } from './managedPolicies.ts';
import { readTree } from './readTree.ts';

/** Answers of the command line about whole accounts are larger than any scenario. */
const MOST_REFERENCED_BYTES = 16 * 1024 * 1024;

/**
 * Reads the files that references name, and the managed policies of AWS where they are needed.
 *
 * @param io - the files.
 * @param scenarioFile - from whose folder paths start; `-` for the current one.
 * @param references - all that will be asked for.
 */
export async function loadSources(
  io: Io,
  scenarioFile: string,
  references: readonly PolicyReference[],
): Promise<ReferenceSources> {
  const files = new Map<string, ReferencedFile>();
  const folder = scenarioFile === '-' ? '.' : dirname(scenarioFile);
  let needsManaged = false;
  for (const reference of references) {
    if ('managed' in reference) {
      needsManaged = true;
      continue;
    }
    const read = await readReferenced(
      io,
      isAbsolute(reference.file) ? reference.file : join(folder, reference.file),
    );
    needsManaged ||= read.ok && read.text.includes('aws:policy/');
    files.set(reference.file, read);
  }
  const managed: FindManagedPolicy = needsManaged
    ? await loadManagedPolicies(resolve(io.cwd, folder))
    : () => ({ ok: false, message: 'managed policies were not asked for' });
  return { file: (name) => files.get(name) ?? NOT_READ, managed };
}

const NOT_READ: ReferencedFile = { ok: false, message: 'the file was not read' };

async function readReferenced(io: Io, path: string): Promise<ReferencedFile> {
  const input = await readInput(io, path, { mostBytes: MOST_REFERENCED_BYTES });
  if (!input.ok) return { ok: false, message: `${path}: ${input.problem.message}`, help: input.problem.help };
  const tree = await readTree(path, input.text);
  if (tree.ok) return { ok: true, file: path, text: input.text, root: tree.root };
  const [first] = tree.diagnostics;
  const at = first?.range === undefined ? '' : `:${first.range.start.line}:${first.range.start.column}`;
  return { ok: false, message: `${path}${at}: ${first?.message ?? 'it holds nothing'}`, help: first?.help };
}
