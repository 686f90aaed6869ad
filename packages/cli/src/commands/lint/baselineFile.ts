import { dirname, relative, resolve, sep } from 'node:path';
import {
  compareWithBaseline,
  createBaseline,
  type Baseline,
  type BaselineEntry,
  type FileFindings,
  type Finding,
} from '@policywright/lint';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { writeWhole } from '../../io/writeWhole.ts';

/** The findings that a project has accepted, asked file by file. */
export interface AcceptedFindings {
  /** Leaves out the findings of the next file that are accepted. */
  accept(file: FileFindings): readonly Finding[];
  /** After the last file: how many are accepted, and how many accepted ones of these files nobody finds any more. */
  end(): Promise<{ readonly known: number; readonly gone: number }>;
}

/** Accepts nothing. */
export const NOTHING_ACCEPTED: AcceptedFindings = {
  accept: ({ findings }) => findings,
  end: async () => ({ known: 0, gone: 0 }),
};

/** A file of accepted findings, which names files from its own folder. */
export class BaselineFile {
  readonly #io: Io;
  readonly #path: string;

  /** @param path - the absolute path of the file. */
  constructor(io: Io, path: string) {
    this.#io = io;
    this.#path = path;
  }

  /**
   * Accepts the findings that the file has.
   *
   * @throws CommandError - where it cannot be read.
   */
  async read(): Promise<AcceptedFindings> {
    const entries = new Map<string, BaselineEntry[]>();
    for (const entry of (await this.#read()).entries) {
      const ofFile = entries.get(entry.file);
      if (ofFile === undefined) entries.set(entry.file, [entry]);
      else ofFile.push(entry);
    }
    let known = 0;
    let gone = 0;
    return {
      accept: ({ file, findings }) => {
        const name = this.#nameOf(file);
        const baseline: Baseline = { version: 1, entries: entries.get(name) ?? [] };
        const compared = compareWithBaseline([{ file: name, findings }], baseline);
        known += compared.known;
        gone += compared.gone.reduce((sum, { count }) => sum + count, 0);
        return compared.fresh.flatMap((fresh) => fresh.findings);
      },
      end: async () => ({ known, gone }),
    };
  }

  /** Accepts all findings, and has the file say so in the end; what it says of other files stays. */
  update(): AcceptedFindings {
    const linted = new Set<string>();
    const entries: BaselineEntry[] = [];
    let known = 0;
    return {
      accept: ({ file, findings }) => {
        const name = this.#nameOf(file);
        linted.add(name);
        entries.push(...structuredClone(createBaseline([{ file: name, findings }]).entries));
        known += findings.length;
        return [];
      },
      end: async () => {
        const others = (await this.#read(EMPTY)).entries.filter(({ file }) => !linted.has(file));
        await this.#write([...others, ...entries].sort(byPlace));
        return { known, gone: 0 };
      },
    };
  }

  #write(entries: readonly BaselineEntry[]): Promise<void> {
    return writeWhole(this.#io, this.#path, `${JSON.stringify({ version: 1, entries }, undefined, 2)}\n`);
  }

  #nameOf(file: string): string {
    if (file === '-') return file;
    return relative(dirname(this.#path), resolve(this.#io.cwd, file)).split(sep).join('/');
  }

  /** @param missing - what stands for a file that is not there. */
  async #read(missing?: Baseline): Promise<Baseline> {
    const input = await readInput(this.#io, this.#path);
    if (!input.ok) {
      if (missing !== undefined && input.problem.message.startsWith('no such')) return missing;
      const help = 'write it with `--update-baseline`';
      throw new CommandError(`\`${this.#path}\`: ${input.problem.message}`, { help });
    }
    const value = parse(input.text);
    if (isBaseline(value)) return value;
    const help = 'write it anew with `--update-baseline`, after removing it';
    throw new CommandError(`\`${this.#path}\` is no file of accepted findings`, { help });
  }
}

const EMPTY: Baseline = { version: 1, entries: [] };

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  const [left, right] = [a, b].map(({ file, code, message }) => JSON.stringify([file, code, message]));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isBaseline(value: unknown): value is Baseline {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1)
    return false;
  return 'entries' in value && Array.isArray(value.entries) && value.entries.every(isEntry);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false;
  const isText = (name: string): boolean => typeof (value as Record<string, unknown>)[name] === 'string';
  return ['file', 'code', 'message'].every(isText) && 'count' in value && typeof value.count === 'number';
}
