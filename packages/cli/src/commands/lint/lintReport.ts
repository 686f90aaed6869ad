import {
  countsText,
  findingsText,
  formatGithub,
  formatMarkdown,
  isAtLeast,
  jsonFindings,
  SarifLog,
  summaryText,
  type FileFindings,
  type Finding,
  type Severity,
} from '@policywright/lint';
import { jsonText, printable } from '@policywright/policy/text';
import type { Io } from '../../io/io.ts';
import { foldLines } from '../../terminal/foldLines.ts';
import { useColor } from '../../terminal/useColor.ts';
import type { SharedFindings } from './lintIdentical.ts';

/** The forms of the report. */
export type LintFormat = 'text' | 'json' | 'sarif' | 'github' | 'markdown';

/** A report on standard output that grows file by file, so that no run has to hold what all files gave. */
export interface LintReport {
  /** Takes the findings of the next files, which are the same for all of them. */
  add(shared: SharedFindings): void;
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
  github: (io, { shown }) =>
    fileByFile({
      add: ({ file, findings }) => {
        const grave = findings.filter(({ severity }) => isAtLeast(severity, shown));
        if (grave.length > 0) io.stdout.write(`${formatGithub([{ file, findings: grave }])}\n`);
      },
      end: async () => undefined,
    }),
  markdown: markdownReport,
  sarif: sarifReport,
};

/** Programs get the findings of each file. */
function fileByFile(report: {
  readonly add: (file: FileFindings) => void;
  readonly end: () => Promise<void>;
}): LintReport {
  return {
    add: ({ files, findings }) => {
      for (const file of files) report.add({ file, findings });
    },
    end: report.end,
  };
}

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

  add({ files, text, findings }: SharedFindings): void {
    const shown = findings.filter(({ severity }) => isAtLeast(severity, this.#options.shown));
    this.#files += files.length;
    if (shown.length === 0) this.#clean += files.length;
    for (const finding of findings) this.#count(finding, files.length);
    const [file, ...others] = files;
    const { stdout, env } = this.#io;
    const blocks = findingsText(named({ file, text, findings: shown }), { color: useColor(stdout, env) });
    for (const [at, block] of blocks.entries())
      stdout.write(`${foldLines(stdout, `${block}${alsoIn(others, shown[at])}`)}\n\n`);
    this.#rule ??= shown[0]?.code;
  }

  #count({ severity, fix }: Finding, files: number): void {
    const counts = isAtLeast(severity, this.#options.shown) ? this.#counts : this.#hidden;
    counts.set(severity, (counts.get(severity) ?? 0) + files);
    if (fix?.keepsDecisions === true) this.#fixable += files;
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

/** How many of the other files are named. */
const MOST_NAMED = 3;

/** The line of a finding that names the other files that have it. */
function alsoIn(others: readonly string[], finding: Finding | undefined): string {
  if (others.length === 0) return '';
  const gutter = ' '.repeat(String(finding?.range?.start.line ?? 1).length);
  const names = others.slice(0, MOST_NAMED).map(printable).join(', ');
  const more = others.length > MOST_NAMED ? ` (and ${others.length - MOST_NAMED} more)` : '';
  return `\n${gutter} = also in: ${names}${more}`;
}

/** One array, whatever becomes of the run. */
function jsonReport(io: Io): LintReport {
  let isFirst = true;
  return fileByFile({
    add: (file) => {
      for (const finding of jsonFindings(file)) {
        io.stdout.write(`${isFirst ? '[' : ','}\n${jsonText(finding).replace(/^/gm, '  ')}`);
        isFirst = false;
      }
    },
    end: async () => io.stdout.write(isFirst ? '[]\n' : '\n]\n'),
  });
}

function sarifReport(io: Io): LintReport {
  const log = new SarifLog();
  return fileByFile({
    add: (file) => io.stdout.write(log.add(file)),
    end: async () => {
      const { readVersion } = await import('../../version.ts');
      io.stdout.write(`${log.end({ version: readVersion() })}\n`);
    },
  });
}

/** Begins with the number of findings, so that they are held until the end: what is shown of them. */
function markdownReport(io: Io): LintReport {
  const files: FileFindings[] = [];
  return fileByFile({
    add: ({ file, findings }) => {
      if (findings.length > 0) files.push({ file, findings: findings.map(detached) });
    },
    end: async () => io.stdout.write(`${formatMarkdown(files.map(named))}\n`),
  });
}

/** A copy of what Markdown shows, which shares no text with the file: a part of a text keeps the whole. */
function detached({ code, severity, message, path, range, help }: Finding): Finding {
  return structuredClone({
    code,
    severity,
    message,
    path,
    range,
    aliases: {},
    ...(help !== undefined && { help }),
  });
}

function named({ file, ...found }: FileFindings): FileFindings {
  return { ...found, file: file === '-' ? '<stdin>' : file };
}
