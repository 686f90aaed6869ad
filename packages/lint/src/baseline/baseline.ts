import type { FileFindings } from '../format/fileFindings.ts';

/** A finding of a baseline: what it says, not where, so that it survives edits around it. */
export interface BaselineEntry {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  /** How many findings say this. */
  readonly count: number;
}

/** The findings that a project has accepted for now. */
export interface Baseline {
  readonly version: 1;
  readonly entries: readonly BaselineEntry[];
}

/** Findings set against a baseline. */
export interface BaselineComparison {
  /** Those that the baseline does not have. */
  readonly fresh: readonly FileFindings[];
  /** How many it has. */
  readonly known: number;
  /** What it has and nobody finds any more. */
  readonly gone: readonly BaselineEntry[];
}

/**
 * Makes a baseline of findings, in an order that does not depend on theirs.
 *
 * @param files - the findings of each file.
 */
export function createBaseline(files: readonly FileFindings[]): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const { file, findings } of files) {
    for (const { code, message } of findings) {
      const key = keyOf({ file, code, message });
      entries.set(key, { file, code, message, count: (entries.get(key)?.count ?? 0) + 1 });
    }
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return { version: 1, entries: sorted };
}

/**
 * Tells which findings are new since a baseline.
 *
 * @param files - the findings of each file.
 * @param baseline - of `createBaseline`.
 */
export function compareWithBaseline(files: readonly FileFindings[], baseline: Baseline): BaselineComparison {
  const left = new Map(baseline.entries.map((entry) => [keyOf(entry), entry.count]));
  let known = 0;
  const fresh = files.map((file) => ({
    ...file,
    findings: file.findings.filter(({ code, message }) => {
      const key = keyOf({ file: file.file, code, message });
      const count = left.get(key) ?? 0;
      if (count === 0) return true;
      left.set(key, count - 1);
      known += 1;
      return false;
    }),
  }));
  const gone = baseline.entries.flatMap((entry) => {
    const count = left.get(keyOf(entry)) ?? 0;
    return count === 0 ? [] : [{ ...entry, count }];
  });
  return { fresh, known, gone };
}

function keyOf({ file, code, message }: Pick<BaselineEntry, 'file' | 'code' | 'message'>): string {
  return JSON.stringify([file, code, message]);
}
