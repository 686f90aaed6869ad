import { resolve } from 'node:path';
import { quote } from '@policywright/policy/text';
import type { BegunFile, FileAccess, Io, OpenFile } from '../../../io/io.ts';
import { describeFileError } from '../../../io/readInput.ts';
import { writeReason } from '../../../io/writeWhole.ts';
import type { DocumentFindings } from '../documentFindings.ts';
import { entryLine, firstLine, lastLine, readCacheFile, textOf, type CacheEntry } from './cacheFile.ts';
import type { FindingsStore } from './findingsStore.ts';
import { PackedText } from './packedText.ts';

/** So many runs may leave an entry unused: of another folder, or of what somebody may go back to. */
const MOST_AGE = 9;

/** Which file, and for which version of the command. */
export interface FileStorePlace {
  /** As the user named it. */
  readonly path: string;
  readonly version: string;
}

/**
 * Opens a file of findings. One that is broken is told and written anew; one of somebody else is told and left alone.
 *
 * @param io - the files; standard error hears what is wrong with the file.
 * @param place - the file, and the version of the command.
 * @returns `undefined` where nothing can be kept.
 */
export async function openFileStore(
  io: Io,
  { path, version }: FileStorePlace,
): Promise<FindingsStore | undefined> {
  const tell = (what: string): void => io.stderr.write(`the cache ${quote(path)} ${what}\n`);
  const { open, begin } = io.files;
  if (open === undefined || begin === undefined) {
    tell('is not used: nothing is kept here from one run to the next');
    return undefined;
  }
  const beginFile = async (): Promise<BegunFile> => {
    await io.files.makeFolder?.(resolve(io.cwd, path, '..'));
    return begin(resolve(io.cwd, path));
  };
  const start = (file?: OpenFile, entries?: ReadonlyMap<string, CacheEntry>): FindingsStore =>
    new FileStore({ begin: beginFile, version, tell, file, entries: entries ?? new Map() });
  let file: OpenFile | undefined;
  try {
    file = await openIfThere(open, resolve(io.cwd, path));
    if (file === undefined) return start();
    const read = readCacheFile(file, version);
    if (read.kind === 'cache') return start(file, read.entries);
    file.close();
    if (read.kind === 'foreign') {
      tell('is none of `policywright lint`: it is left as it is, and no findings are kept');
      return undefined;
    }
    if (read.kind === 'broken') tell(`is broken at line ${read.line}: it is not used, and written anew`);
    return start();
  } catch (error) {
    file?.close();
    tell(`is not used: ${describeFileError(error).message}`);
    return undefined;
  }
}

async function openIfThere(
  open: NonNullable<FileAccess['open']>,
  path: string,
): Promise<OpenFile | undefined> {
  try {
    return await open(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

interface FileStoreState extends Pick<FileStorePlace, 'version'> {
  /** Begins the file that takes the place of this one. */
  readonly begin: () => Promise<BegunFile>;
  readonly tell: (what: string) => void;
  /** That of the last run, and where its entries are. */
  readonly file: OpenFile | undefined;
  readonly entries: ReadonlyMap<string, CacheEntry>;
}

/** Findings in a file: read where they are asked for, and written to a file that takes its place in the end. */
class FileStore implements FindingsStore {
  readonly #state: FileStoreState;
  readonly #used = new Set<string>();
  readonly #added = new Set<string>();
  readonly #lines = new PackedText();

  constructor(state: FileStoreState) {
    this.#state = state;
  }

  async take(key: string, find: () => Promise<DocumentFindings>): Promise<DocumentFindings> {
    const { entries } = this.#state;
    const entry = entries.get(key);
    if (entry !== undefined) {
      this.#used.add(key);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sum was that of what was written
      return JSON.parse(textOf(this.#read(entry))) as DocumentFindings;
    }
    const found = await find();
    if (!this.#added.has(key)) {
      this.#added.add(key);
      this.#lines.add(entryLine(key, 0, JSON.stringify(found)));
    }
    return found;
  }

  async end(): Promise<void> {
    const { file, entries, tell, version, begin } = this.#state;
    try {
      const isSame = this.#added.size === 0 && this.#used.size === entries.size && file !== undefined;
      if (isSame) return;
      const begun = await begin();
      try {
        begun.write(firstLine(version));
        for (const part of this.#lines.parts()) begun.write(part);
        let count = this.#added.size;
        for (const [key, entry] of entries) {
          const age = this.#used.has(key) ? 0 : entry.age + 1;
          if (age > MOST_AGE) continue;
          begun.write(entryLine(key, age, this.#read(entry)));
          count += 1;
        }
        begun.write(lastLine(count));
        await begun.finish();
      } catch (error) {
        await begun.discard();
        throw error;
      }
    } catch (error) {
      tell(`cannot be written: ${writeReason(error)}`);
    } finally {
      file?.close();
    }
  }

  /** INVARIANT: only files have entries. */
  #read({ start, length }: CacheEntry): Uint8Array {
    return this.#state.file?.read(start, length) ?? new Uint8Array();
  }
}
