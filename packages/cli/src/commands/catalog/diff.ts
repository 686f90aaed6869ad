import {
  catalogSnapshot,
  diffCatalogs,
  readSnapshot,
  type CatalogChange,
  type CatalogSnapshot,
} from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { KIND_WORDS } from './kindWords.ts';

/** A catalog has 8 MB, and grows. */
const MOST_BYTES = 64 * 1024 * 1024;

/** `policywright catalog diff`. */
export const diffCommand: Command = defineCommand({
  summary: 'tell what differs between two catalogs',
  operands: { label: 'OLD [NEW]', least: 1, most: 2 },
  options: { format: FORMAT },
  notes: [
    'OLD and NEW are files as `catalog snapshot` prints them; `-` is standard input. Without NEW, OLD is compared with the catalog of this program.',
    'A service that is added or removed as a whole is one difference.',
    'Exit code: 0 nothing differs; 1 something does; 2 wrong usage, or a file that is no snapshot.',
  ],
  examples: ['catalog diff catalog-before.json', 'catalog diff old.json new.json --format json'],
  run: async ({ options, operands, io }) => {
    const [old = '-', now] = operands;
    if (old === '-' && now === '-') throw new CommandError('standard input cannot be both catalogs');
    const before = await readCatalog(io, old);
    const after = now === undefined ? catalogSnapshot() : await readCatalog(io, now);
    const changes = diffCatalogs(before, after);
    printAnswer(io, {
      format: options.format,
      json: { before: before.version, after: after.version, changes },
      table: {
        headings: ['CHANGE', 'KIND', 'SERVICE', 'NAME', 'WHAT', 'BEFORE', 'AFTER'],
        rows: changes.flatMap(rowsOf),
      },
    });
    return changes.length === 0 ? EXIT_CODE.yes : EXIT_CODE.no;
  },
});

async function readCatalog(io: Io, file: string): Promise<CatalogSnapshot> {
  const input = await readInput(io, file, { mostBytes: MOST_BYTES });
  if (!input.ok)
    throw new CommandError(`\`${file}\`: ${input.problem.message}`, { help: input.problem.help });
  const snapshot = readSnapshot(parse(input.text));
  if (snapshot === undefined)
    throw new CommandError(`\`${file}\` is no snapshot of a catalog`, {
      help: 'expected what `policywright catalog snapshot` prints',
    });
  return snapshot;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One row for each detail, so that tools can read the lines. */
function rowsOf({ change, kind, service, name, details }: CatalogChange): string[][] {
  const item = [change, KIND_WORDS[kind], service, name];
  if (details.length === 0) return [[...item, '', '', '']];
  return details.map(({ what, before, after }) => [...item, what, before, after]);
}
