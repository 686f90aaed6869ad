import {
  compareWithBaseline,
  createBaseline,
  findingsText,
  isAtLeast,
  summaryText,
  type BaselineEntry,
  type Finding,
  type Severity,
} from '@policywright/lint';
import { printable } from '@policywright/policy/text';
import type { Io } from '../../io/io.ts';
import { foldLines } from '../../terminal/foldLines.ts';
import { useColor } from '../../terminal/useColor.ts';
import type { SharedFindings } from './lintIdentical.ts';
import type { LintReport } from './lintReport.ts';

/** The findings of a run, by file; what they say and not where, so that they survive edits around them. */
export type SeenFindings = ReadonlyMap<string, readonly BaselineEntry[]>;

/** Collects the findings of a run that are shown. */
export class FindingsSeen {
  readonly #shown: Severity;
  readonly #files = new Map<string, readonly BaselineEntry[]>();

  /** @param shown - the least grave findings that are shown. */
  constructor(shown: Severity) {
    this.#shown = shown;
  }

  /** Takes the findings of a file. */
  add(file: string, findings: readonly Finding[]): void {
    const shown = findings.filter(({ severity }) => isAtLeast(severity, this.#shown));
    // Their words may be parts of the text of the file, which would be kept whole.
    this.#files.set(file, structuredClone(createBaseline([{ file, findings: shown }]).entries));
  }

  /** All of them. */
  get files(): SeenFindings {
    return this.#files;
  }
}

/** For people who watch: which findings come and go from one run to the next. */
export class ChangeReport implements LintReport {
  readonly #io: Io;
  readonly #shown: Severity;
  readonly #last: SeenFindings;
  readonly #seen = new Set<string>();
  readonly #counts = new Map<Severity, number>();

  /**
   * @param io - its standard output.
   * @param shown - the least grave findings that are shown.
   * @param last - the findings of the run before.
   */
  constructor(io: Io, shown: Severity, last: SeenFindings) {
    this.#io = io;
    this.#shown = shown;
    this.#last = last;
  }

  /** @inheritdoc */
  add({ files, text, findings: all }: SharedFindings): void {
    const findings = all.filter(({ severity }) => isAtLeast(severity, this.#shown));
    for (const file of files) {
      this.#seen.add(file);
      for (const { severity } of findings) this.#counts.set(severity, (this.#counts.get(severity) ?? 0) + 1);
      const baseline = { version: 1, entries: this.#last.get(file) ?? [] } as const;
      const { fresh, gone } = compareWithBaseline([{ file, findings }], baseline);
      this.#printFresh({ file, text }, fresh[0]?.findings ?? []);
      for (const entry of gone) this.#printGone(entry);
    }
  }

  #printFresh(source: { readonly file: string; readonly text: string }, findings: readonly Finding[]): void {
    const { stdout, env } = this.#io;
    for (const block of findingsText({ ...source, findings }, { color: useColor(stdout, env) }))
      stdout.write(`${foldLines(stdout, block)}\n\n`);
  }

  #printGone({ file, code, message, count }: BaselineEntry): void {
    const { stdout } = this.#io;
    const times = count === 1 ? '' : ` (${count} times)`;
    stdout.write(
      foldLines(stdout, `no more[${code}]: ${printable(message)}${times}\n --> ${printable(file)}\n\n`),
    );
  }

  /** @inheritdoc */
  async end(): Promise<void> {
    const { stdout } = this.#io;
    for (const [file, entries] of this.#last) {
      if (this.#seen.has(file)) continue;
      const count = entries.reduce((sum, entry) => sum + entry.count, 0);
      const had = count === 0 ? '' : `, which had ${count} ${count === 1 ? 'finding' : 'findings'}`;
      stdout.write(`no policy any more: ${printable(file)}${had}\n`);
    }
    stdout.write(`${summaryText(this.#counts, this.#seen.size)}\n`);
  }
}
