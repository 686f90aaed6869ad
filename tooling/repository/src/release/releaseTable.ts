import type { Table } from '../markdownTable.ts';

/** A package as it would be published. */
export interface ReleasedPackage {
  readonly name: string;
  readonly oldVersion: string;
  readonly newVersion: string;
  /** Bytes of the tarball. */
  readonly packed: number;
  /** Bytes of its files together. */
  readonly unpacked: number;
  /** How many files. */
  readonly files: number;
}

/**
 * Lays out what a release would publish.
 *
 * @param packages - in the order of the rows.
 */
export function releaseTable(packages: readonly ReleasedPackage[]): Table {
  return {
    headings: ['package', 'version', 'tarball', 'unpacked', 'files'],
    rows: packages.map(({ name, oldVersion, newVersion, packed, unpacked, files }) => [
      name,
      `${oldVersion} → ${newVersion}`,
      kilobytes(packed),
      kilobytes(unpacked),
      String(files),
    ]),
    textColumns: 2,
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
