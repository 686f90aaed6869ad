import { execFileSync } from 'node:child_process';

/** What a package would be when installed from a registry. */
export interface PackedSize {
  /** Bytes. */
  readonly unpackedSize: number;
  /** Files. */
  readonly entryCount: number;
}

/**
 * Asks npm what it would pack.
 *
 * @param directory - of the package.
 * @throws Error when npm packs nothing.
 */
export function packedSize(directory: string): PackedSize {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: directory,
    encoding: 'utf8',
    // A batch file on Windows, which only a shell starts.
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(output) as PackedSize[];
  if (packed === undefined) throw new Error(`npm packs nothing in ${directory}`);
  return packed;
}
