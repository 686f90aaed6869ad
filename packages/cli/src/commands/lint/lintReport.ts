import {
  findingsText,
  formatGithub,
  formatMarkdown,
  formatSarif,
  jsonFindings,
  summaryText,
  type FileFindings,
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

/**
 * Begins a report.
 *
 * @param io - the standard output.
 * @param format - the form.
 */
export function lintReport(io: Io, format: LintFormat): LintReport {
  return REPORTS[format](io);
}

const REPORTS: Readonly<Record<LintFormat, (io: Io) => LintReport>> = {
  text: textReport,
  json: jsonReport,
  github: (io) => ({
    add: (file) => {
      if (file.findings.length > 0) io.stdout.write(`${formatGithub([file])}\n`);
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

function textReport(io: Io): LintReport {
  const counts = new Map<Severity, number>();
  let files = 0;
  return {
    add: (file) => {
      files += 1;
      for (const { severity } of file.findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
      for (const block of findingsText(named(file), { color: useColor(io.stdout, io.env) }))
        io.stdout.write(`${foldLines(io.stdout, block)}\n\n`);
    },
    end: async () => {
      if (files > 0) io.stdout.write(`${summaryText(counts, files)}\n`);
    },
  };
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
