import { dirname, relative, resolve, sep } from 'node:path';
import {
  compareWithBaseline,
  createBaseline,
  type Baseline,
  type BaselineEntry,
  type FileFindings,
} from '@policywright/lint';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';

/** Findings set against the accepted ones. */
export interface Accepted<File> {
  /** The files with the findings that are not accepted. */
  readonly files: readonly File[];
  /** How many are accepted. */
  readonly known: number;
  /** How many accepted ones of these files nobody finds any more. */
  readonly gone: number;
}

/** A file of accepted findings, which names files from its own folder. */
export class BaselineFile {
  readonly #io: Io;
  readonly #path: string;

  /** @param path - the absolute path of the file. */
  constructor(io: Io, path: string) {
    this.#io = io;
    this.#path = path;
  }

  /** Leaves out the findings that the file accepts. */
  async accept<File extends FileFindings>(files: readonly File[]): Promise<Accepted<File>> {
    const names = files.map(({ file }) => this.#nameOf(file));
    const baseline = await this.#read();
    const { fresh, known, gone } = compareWithBaseline(
      files.map(({ findings }, index) => ({ file: names[index] ?? '', findings })),
      baseline,
    );
    return {
      files: files.map((file, index) => ({ ...file, findings: fresh[index]?.findings ?? [] })),
      known,
      gone: gone.filter(({ file }) => names.includes(file)).reduce((sum, { count }) => sum + count, 0),
    };
  }

  /**
   * Accepts all findings of some files; what the file says of others stays.
   *
   * @throws CommandError - where it cannot be written.
   */
  async update(files: readonly FileFindings[]): Promise<void> {
    const found = files.map(({ file, findings }) => ({ file: this.#nameOf(file), findings }));
    const linted = new Set(found.map(({ file }) => file));
    const others = (await this.#read(EMPTY)).entries.filter(({ file }) => !linted.has(file));
    const entries = [...others, ...createBaseline(found).entries].sort(byPlace);
    try {
      await this.#io.files.write(this.#path, `${JSON.stringify({ version: 1, entries }, undefined, 2)}\n`);
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw new CommandError(`\`${this.#path}\` cannot be written: ${reason}`);
    }
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
