import { join, relative } from 'node:path';
import type { ExitCode } from '../exitCode.ts';
import type { FileAccess, FolderEntry, Io } from '../io/io.ts';
import { run } from '../run.ts';

/** The world that a command sees. */
export interface World {
  /** Contents by path from `/project`; a folder is there if a file is below it. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  /** Files refuse to be written. */
  readonly readOnly?: boolean;
  readonly env?: Io['env'];
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What a command did. */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that were written, by path from `/project`. */
  readonly written: Readonly<Record<string, string>>;
}

const CWD = '/project';

/** Runs one command line in process, on files in memory. */
export async function runInMemory(argv: readonly string[], world: World = {}): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const written: Record<string, string> = {};
  const terminal = { isTTY: world.isTTY ?? false, columns: world.columns };
  const exitCode = await run(argv, {
    stdout: { write: (text) => void (stdout += text), ...terminal },
    stderr: { write: (text) => void (stderr += text), ...terminal },
    readStdin: async () => new TextEncoder().encode(world.stdin ?? ''),
    files: {
      ...memoryFiles(world.files ?? {}, written),
      ...(world.readOnly === true && { write: refuseWriting, begin: refuseWriting }),
    },
    cwd: CWD,
    env: world.env ?? {},
  });
  return { exitCode, stdout, stderr, written };
}

async function refuseWriting(): Promise<never> {
  throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
}

function memoryFiles(files: NonNullable<World['files']>, written: Record<string, string>): FileAccess {
  const contents = new Map(
    Object.entries(files).map(([path, content]) => [
      join(CWD, path),
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const entriesOf = (folder: string): FolderEntry[] => {
    const below = [...contents.keys()].filter((path) => path.startsWith(`${folder}/`));
    const names = new Map<string, FolderEntry>();
    for (const path of below) {
      const [name = '', ...deeper] = path.slice(folder.length + 1).split('/');
      names.set(name, { name, kind: deeper.length > 0 ? 'folder' : 'file' });
    }
    return [...names.values()];
  };
  const write: FileAccess['write'] = async (path, content) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    written[relative(CWD, path)] = typeof content === 'string' ? content : bytes.toString();
    contents.set(path, bytes);
  };
  return {
    stat: async (path) => {
      const content = contents.get(path);
      if (content !== undefined) return { kind: 'file', size: content.length };
      if (entriesOf(path).length > 0) return { kind: 'folder', size: 0 };
      throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
    },
    read: async (path) => contents.get(path) ?? new Uint8Array(),
    list: async (folder) => entriesOf(folder),
    write,
    open: async (path) => {
      const content = contents.get(path);
      if (content === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
      const read = (start: number, length: number): Uint8Array => content.subarray(start, start + length);
      return { size: content.length, read, close: () => undefined };
    },
    begin: async (path) => {
      let text = '';
      const decoder = new TextDecoder();
      return {
        write: (part) => void (text += typeof part === 'string' ? part : decoder.decode(part)),
        finish: () => write(path, text),
        discard: async () => undefined,
      };
    },
  };
}
