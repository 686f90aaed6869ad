import { applyFixes, type FileFindings } from '@policywright/lint';
import { findingsKey } from './cache/findingsKey.ts';
import type { FindingsStore } from './cache/findingsStore.ts';
import {
  documentFindings,
  type DocumentFindings,
  type DocumentOptions,
  type FormedText,
} from './documentFindings.ts';
import { textForm } from './textForm.ts';

/** How to lint a file. */
export interface FileLintOptions extends DocumentOptions {
  /** Whether to apply the fixes that keep every decision. */
  readonly fix: boolean;
  /** Where findings are kept; nowhere if left out. */
  readonly store?: FindingsStore | undefined;
}

/** What linting a file gave. */
export interface LintedFile extends FileFindings, DocumentFindings {
  /** The text after fixes; that of the file where nothing was fixed. */
  readonly text: string;
  /** Number of fixes that were applied. */
  readonly fixed: number;
}

/** Each round applies a fix at least; the bound is for safety only. */
const MOST_ROUNDS = 50;

/**
 * Lints the policies of a file, JSON or YAML.
 *
 * @param file - the name that reports use.
 * @param source - the text of the file.
 * @param options - what to check, and whether to fix.
 */
export async function lintFile(file: string, source: string, options: FileLintOptions): Promise<LintedFile> {
  // `lintFound` does not let any other through.
  const form = textForm(file, source) === 'yaml' ? 'yaml' : 'json';
  const { fix, store, ...documentOptions } = options;
  let text = source;
  let fixed = 0;
  for (let round = 0; ; round++) {
    const found = await findingsOf({ text, form }, documentOptions, store);
    const step = fix && round < MOST_ROUNDS ? applyFixes(text, found.findings) : undefined;
    if (step === undefined || step.applied.length === 0) return { file, text, fixed, ...found };
    text = step.text;
    fixed += step.applied.length;
  }
}

function findingsOf(
  source: FormedText,
  options: DocumentOptions,
  store: FindingsStore | undefined,
): Promise<DocumentFindings> {
  if (store === undefined) return documentFindings(source, options);
  return store.take(findingsKey(source, options), () => documentFindings(source, options));
}
