import type { Input } from '../../../io/readInput.ts';

/** A file that may hold policies, on the disk or in a commit. */
export interface SourceFile {
  /** As reports name it. */
  readonly file: string;
  /** Its path below what the user named, by which two versions are paired; empty for a file that was named itself. */
  readonly key: string;
  /** Its path on the disk, from the current folder; `undefined` for standard input and in a commit. */
  readonly path: string | undefined;
  readonly read: () => Promise<Input>;
}
