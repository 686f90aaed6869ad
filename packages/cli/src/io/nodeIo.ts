import {
  closeSync,
  createReadStream,
  fstatSync,
  openSync,
  readSync,
  statSync,
  writeFileSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import type { Readable } from 'node:stream';
import { WriteStream } from 'node:tty';
import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { EXIT_CODE } from '../exitCode.ts';
import type { BegunFile, FileAccess, FileFacts, Io, OpenFile, Output } from './io.ts';

/** The files of this machine. */
export const nodeFiles: FileAccess = {
  stat: async (path) => {
    const own = await lstat(path);
    const isLink = own.isSymbolicLink();
    const facts = isLink ? await stat(path) : own;
    return { kind: kindOf(facts), size: facts.size, isLink };
  },
  read: async (path, maxBytes) => {
    const facts = statSync(path);
    // Some files of the system have contents and no size.
    const isPlain = facts.isFile() && facts.size > 0;
    return isPlain
      ? readFileUpTo(path, Math.min(facts.size, maxBytes))
      : await readUpTo(createReadStream(path), maxBytes);
  },
  readSoon: (path) => readFile(path),
  readParts: (path) => partsOf(path),
  list: async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      kind: entry.isSymbolicLink() ? 'link' : kindOf(entry),
    }));
  },
  write: (path, content) => writeFile(path, content),
  replace: async (path, content) => {
    const begun = await beginFile(path);
    try {
      begun.write(content);
      await begun.finish();
    } catch (error) {
      await begun.discard();
      throw error;
    }
  },
  open: async (path) => openFile(path),
  begin: beginFile,
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
};

/**
 * The streams, files and environment of this process.
 *
 * @param leave - called where the process should end though something still waits.
 */
export function nodeIo(leave: () => void = () => undefined): Io {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    readStdin: (maxBytes) => readUpTo(process.stdin, maxBytes),
    files: nodeFiles,
    git: async (args, maxBytes) => {
      // Loaded for this alone: few commands need it.
      const { runGit } = await import('./runGit.ts');
      return runGit(args, maxBytes);
    },
    startThread: async (start) => {
      const { startThread } = await import('./startThread.ts');
      return startThread(start);
    },
    untilStopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve());
      }),
    leave,
    cwd: process.cwd(),
    env: process.env,
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  // `policywright ... | head` closes the pipe early: nobody is left to tell, and the answer stays what it is.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = EXIT_CODE.internal;
    if (stream !== process.stderr) process.stderr.write(`error: cannot write the output: ${error.message}\n`);
  });
  return {
    write: (text) => void stream.write(text),
    isTTY: stream instanceof WriteStream,
    columns: stream.columns,
  };
}

/** A file at once: of a thousand small ones, waiting for each would take longer than reading them. */
function readFileUpTo(path: string, most: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(most + 1);
    let length = 0;
    let read = 0;
    do {
      read = readSync(descriptor, bytes, length, bytes.length - length, null);
      length += read;
    } while (read > 0 && length < bytes.length);
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

function openFile(path: string): OpenFile {
  const descriptor = openSync(path, 'r');
  return {
    size: fstatSync(descriptor).size,
    read: (start, length) => {
      const bytes = Buffer.alloc(length);
      let [at, read] = [0, 0];
      do {
        read = readSync(descriptor, bytes, at, length - at, start + at);
        at += read;
      } while (read > 0 && at < length);
      return bytes.subarray(0, at);
    },
    close: () => closeSync(descriptor),
  };
}

async function beginFile(path: string): Promise<BegunFile> {
  // Containers that share a volume may have the same process number, threads always do.
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  const descriptor = openSync(temporary, 'wx');
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return {
    write: (content) => writeFileSync(descriptor, content),
    finish: async () => {
      close();
      await rename(temporary, path);
    },
    discard: async () => {
      close();
      await rm(temporary, { force: true });
    },
  };
}

async function* partsOf(path: string): AsyncIterable<Uint8Array> {
  for await (const part of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    if (part instanceof Uint8Array) yield part;
  }
}

async function readUpTo(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    // Without an encoding, streams of bytes give buffers.
    if (!(chunk instanceof Uint8Array)) continue;
    const buffer = Buffer.from(chunk);
    chunks.push(buffer);
    bytes += buffer.length;
    if (bytes > maxBytes) break;
  }
  return Buffer.concat(chunks);
}

function kindOf(entry: Stats | Dirent): FileFacts['kind'] {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}
