import {
  countsText,
  findingsText,
  formatGithub,
  formatMarkdown,
  formatSarif,
  isAtLeast,
  jsonFindings,
  summaryText,
  type FileFindings,
  type Finding,
  type Severity,
} from '@policywright/lint';
import { jsonText } from '@policywright/policy/text';
import type { Io } from '../../io/io.ts';
import { foldLines } from '../../terminal/foldLines.ts';
import { useColor } from '../../terminal/useColor.ts';

/** The forms of the report. */
export type LintFormat = 'text' | 'json' | 'sarif' | 'github' | 'markdown';

/** A report on standard output that grows file by file, so that no run has to hold what all files gave. */
export interface LintReport {
  /** Takes the findings of the next file. */
  add(file: FileFindings): void;
  /** Writes what comes after the last. */
  end(): Promise<void>;
}

/** What people see of a report; programs get all of it. */
export interface LintReportOptions {
  /** The least grave findings that are shown one by one; others are counted. */
  readonly shown: Severity;
  /** Whether nothing but findings is wanted. */
  readonly quiet: boolean;
}

/**
 * Begins a report.
 *
 * @param io - the standard output.
 * @param format - the form.
 * @param options - what of it people see.
 */
export function lintReport(io: Io, format: LintFormat, options: LintReportOptions): LintReport {
  return REPORTS[format](io, options);
}

const REPORTS: Readonly<Record<LintFormat, (io: Io, options: LintReportOptions) => LintReport>> = {
  text: (io, options) => new TextReport(io, options),
  json: jsonReport,
  github: (io, { shown }) => ({
    add: ({ file, findings }) => {
      const grave = findings.filter(({ severity }) => isAtLeast(severity, shown));
      if (grave.length > 0) io.stdout.write(`${formatGithub([{ file, findings: grave }])}\n`);
    },
    end: async () => undefined,
  }),
  markdown: (io) => heldReport((files) => io.stdout.write(`${formatMarkdown(files.map(named))}\n`)),
  sarif: (io) =>
    heldReport(async (files) => {
      const { readVersion } = await import('../../version.ts');
      io.stdout.write(`${formatSarif(files, { version: readVersion() })}\n`);
    }),
};

/** For people: each finding with its line, those that are shown, and in the end what it all comes to. */
class TextReport implements LintReport {
  readonly #io: Io;
  readonly #options: LintReportOptions;
  readonly #counts = new Map<Severity, number>();
  readonly #hidden = new Map<Severity, number>();
  /** The rule of the first finding that is shown. */
  #rule: string | undefined;
  #files = 0;
  #clean = 0;
  #fixable = 0;

  constructor(io: Io, options: LintReportOptions) {
    this.#io = io;
    this.#options = options;
  }

  add(file: FileFindings): void {
    const shown = file.findings.filter(({ severity }) => isAtLeast(severity, this.#options.shown));
    this.#files += 1;
    if (shown.length === 0) this.#clean += 1;
    for (const finding of file.findings) this.#count(finding);
    const { stdout, env } = this.#io;
    for (const block of findingsText(named({ ...file, findings: shown }), { color: useColor(stdout, env) }))
      stdout.write(`${foldLines(stdout, block)}\n\n`);
    this.#rule ??= shown[0]?.code;
  }

  #count({ severity, fix }: Finding): void {
    const counts = isAtLeast(severity, this.#options.shown) ? this.#counts : this.#hidden;
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
    if (fix?.keepsDecisions === true) this.#fixable += 1;
  }

  async end(): Promise<void> {
    if (this.#files === 0 || this.#options.quiet) return;
    const found = summaryText(this.#counts, this.#files);
    const clean = this.#clean > 0 && this.#clean < this.#files ? `, ${this.#clean} of them clean` : '';
    const lines = [`${found}${clean}`];
    if (this.#hidden.size > 0)
      lines.push(`not shown: ${countsText(this.#hidden)}; \`--min-severity info\` shows all`);
    if (this.#fixable > 0) lines.push(`\`--fix\` mends ${this.#fixable} of these and keeps every decision`);
    if (this.#rule !== undefined)
      lines.push(`\`policywright lint --explain ${this.#rule}\` tells more about a rule`);
    this.#io.stdout.write(`${lines.join('\n')}\n`);
  }
}

/** One array, whatever becomes of the run. */
function jsonReport(io: Io): LintReport {
  let isFirst = true;
  return {
    add: (file) => {
      for (const finding of jsonFindings(file)) {
        io.stdout.write(`${isFirst ? '[' : ','}\n${jsonText(finding).replace(/^/gm, '  ')}`);
        isFirst = false;
      }
    },
    end: async () => io.stdout.write(isFirst ? '[]\n' : '\n]\n'),
  };
}

/** A form that begins with what only all findings tell holds them, without the texts of the files. */
function heldReport(write: (files: readonly FileFindings[]) => void | Promise<void>): LintReport {
  const files: FileFindings[] = [];
  return {
    add: ({ file, findings }) => {
      if (findings.length > 0) files.push({ file, findings: findings.map(detached) });
    },
    end: async () => write(files),
  };
}

/** A copy that shares no text with the file: a part of a text keeps the whole. */
function detached<Value>(value: Value): Value {
  return structuredClone(value);
}

function named({ file, ...found }: FileFindings): FileFindings {
  return { ...found, file: file === '-' ? '<stdin>' : file };
}
