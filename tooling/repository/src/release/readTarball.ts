import { gunzipSync } from 'node:zlib';

const BLOCK = 512;
const FILE = new Set(['0', '\0', '']);

/**
 * Reads a package's tarball, as npm and pnpm write it.
 *
 * @param bytes - of the `.tgz` file.
 * @returns the contents of its files by path, without the folder `package` that all of them are in.
 */
export function readTarball(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  const archive = gunzipSync(bytes);
  const files = new Map<string, Buffer>();
  let longPath: string | undefined;
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + BLOCK);
    const size = Number.parseInt(text(header, 124, 12), 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    const type = text(header, 156, 1);
    if (type === 'x') longPath = /^\d+ path=(.*)$/m.exec(content.toString('utf8'))?.[1];
    else {
      const path = longPath ?? [text(header, 345, 155), text(header, 0, 100)].filter(Boolean).join('/');
      longPath = undefined;
      if (FILE.has(type)) files.set(path.replace(/^[^/]*\//, ''), content);
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

/** A field of a header: up to its first NUL. */
function text(header: Buffer, start: number, length: number): string {
  return header.toString('utf8', start, start + length).split('\0', 1)[0] ?? '';
}
