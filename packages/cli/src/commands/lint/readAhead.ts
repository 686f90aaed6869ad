import { resolve } from 'node:path';
import type { FileFacts, Io } from '../../io/io.ts';
import { MOST_BYTES } from '../../io/readInput.ts';

/** How many files are read at once: what waits is a disk or a network, not the processor. */
const MOST_OPEN = 8;

/** A file that is being read. */
interface FileAhead {
  readonly facts: Promise<FileFacts>;
  readonly bytes: Promise<Uint8Array>;
}

/**
 * Reads the next files while one is linted. What each call gives is what the files themselves give, errors too.
 *
 * @param io - the files; those that cannot be read beside other work are read when they are asked for.
 * @param files - in the order in which they will be asked for, as the user named them.
 * @returns the same with files that are there sooner.
 */
export function readAhead(io: Io, files: readonly string[]): Io {
  const { stat, readSoon } = io.files;
  if (readSoon === undefined) return io;
  const next = files.values();
  const ahead = new Map<string, FileAhead>();
  const fill = (): void => {
    while (ahead.size < MOST_OPEN) {
      const { done, value } = next.next();
      if (done === true) return;
      if (value === '-') continue;
      const path = resolve(io.cwd, value);
      const facts = stat(path);
      const bytes = facts.then(({ kind, size }) => {
        // A pipe can be read once, and what is too large is not read at all.
        if (kind !== 'file' || size > MOST_BYTES) throw new Error('not read ahead');
        return readSoon(path);
      });
      // Whoever asks for it then hears of it.
      bytes.catch(() => ahead.delete(path));
      ahead.set(path, { facts, bytes });
    }
  };
  return {
    ...io,
    files: {
      ...io.files,
      stat: (path) => {
        fill();
        return ahead.get(path)?.facts ?? stat(path);
      },
      read: async (path, maxBytes) => {
        const bytes = maxBytes < MOST_BYTES ? undefined : ahead.get(path)?.bytes;
        try {
          return await (bytes ?? io.files.read(path, maxBytes));
        } catch {
          return io.files.read(path, maxBytes);
        } finally {
          ahead.delete(path);
          fill();
        }
      },
    },
  };
}
