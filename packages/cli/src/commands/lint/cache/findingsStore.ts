import type { DocumentFindings } from '../documentFindings.ts';

/** Where findings are kept by what they depend on. */
export interface FindingsStore {
  /**
   * The findings that are kept under a key; else those that are found now, which are kept from then on.
   *
   * @param key - of `findingsKey`.
   * @param find - finds them.
   */
  take(key: string, find: () => Promise<DocumentFindings>): Promise<DocumentFindings>;
  /** After the last file of a run: lets go what it did not use. */
  end(): Promise<void>;
}
