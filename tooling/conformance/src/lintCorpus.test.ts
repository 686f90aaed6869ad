import { writeFileSync } from 'node:fs';
import { nodeIo, run } from 'policywright';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  corpusFaults,
  corpusFolders,
  LINT_CORPUS,
  LINT_MANIFEST,
  listLintCorpus,
  loadLintCorpus,
  readFindings,
  type CorpusEntry,
  type CorpusFolder,
  type ReportedFinding,
} from './lintCorpus.ts';

interface Report {
  readonly exitCode: number;
  readonly findings: readonly ReportedFinding[];
  /** Files that standard error has a diagnostic of. */
  readonly unread: ReadonlySet<string>;
}

const entries = loadLintCorpus();
const folders = corpusFolders(entries);
const reports = new Map<CorpusFolder, Report>();

/** Lints a folder as `policywright lint FOLDER` does, with the files that are named beside it. */
async function lint({ paths, type }: CorpusFolder): Promise<Report> {
  const printed = { stdout: '', stderr: '' };
  const as = type === undefined ? [] : ['--type', type];
  const exitCode = await run(['lint', ...paths, '--format', 'sarif', '--min-severity', 'info', ...as], {
    ...nodeIo(),
    cwd: LINT_CORPUS,
    stdout: { write: (text) => void (printed.stdout += text), isTTY: false },
    stderr: { write: (text) => void (printed.stderr += text), isTTY: false },
  });
  return {
    exitCode,
    findings: readFindings(printed.stdout),
    unread: new Set([...printed.stderr.matchAll(/^ *--> (.+?):\d+:\d+$/gm)].map(([, file = '']) => file)),
  };
}

function faultsOf(folder: CorpusFolder, entry: CorpusEntry): readonly string[] {
  const report = reports.get(folder);
  const findings = report?.findings.filter(({ file }) => file === entry.file) ?? [];
  const unread = report?.unread.has(entry.file) === true ? ['is told to be unreadable'] : [];
  return [...corpusFaults(entry, findings), ...unread];
}

const cases = folders.flatMap((folder) => folder.entries.map((entry) => ({ folder, entry })));

beforeAll(async () => {
  for (const folder of folders) reports.set(folder, await lint(folder));
}, 300_000);

describe('the corpus of files to lint', () => {
  test('is as its manifest says, each file with a reason', () => {
    expect(entries.map(({ file }) => file).sort()).toEqual(listLintCorpus());
    expect(entries.filter(({ why }) => why.length < 10)).toEqual([]);
    expect(entries.length).toBeGreaterThanOrEqual(300);
  });

  test('has right files without an expected finding, and mistaken ones with some', () => {
    const odd = entries.filter(({ file, finds }) => file.startsWith('right/') === (finds !== undefined));
    expect(odd).toEqual([]);
  });

  test('expects findings on texts that the files have', () => {
    const nowhere = entries.filter((entry) => {
      const unmet = (entry.finds ?? []).map(({ on = '' }) => ({ codes: ['none'], on }));
      // A finding on every line is on the line of each text that is there.
      const everywhere = Array.from({ length: 5000 }, (_, index) => ({
        file: entry.file,
        code: 'none',
        level: 'note',
        message: '',
        line: index + 1,
      }));
      return corpusFaults({ ...entry, finds: unmet }, everywhere).length > 0;
    });
    expect(nowhere).toEqual([]);
  });

  test('what is pending does not hold yet; UPDATE_CORPUS=1 takes the mark from what does', () => {
    const holding = cases.flatMap(({ folder, entry }) =>
      entry.pending !== undefined && faultsOf(folder, entry).length === 0 ? [entry.file] : [],
    );
    if (process.env['UPDATE_CORPUS'] === '1') writeManifest(new Set(holding));
    else expect(holding, holding.join('\n')).toEqual([]);
  });

  test('is read whole: no folder ends as one that could not be read', () => {
    const isBroken = ({ finds = [] }: (typeof folders)[number]['entries'][number]): boolean =>
      finds.some(({ codes }) => codes.some((code) => code.endsWith('-syntax-error')));
    const whole = folders.filter(
      ({ entries }) =>
        entries.every(({ pending }) => pending === undefined) && !entries.some((entry) => isBroken(entry)),
    );
    expect(whole.length).toBeGreaterThan(10);
    expect(whole.filter((folder) => (reports.get(folder)?.exitCode ?? 2) > 1)).toEqual([]);
  });
});

describe('lint', () => {
  test.each(
    cases
      .filter(({ entry }) => entry.pending === undefined)
      .map((one) => [one.entry.file, one.entry.why, one] as const),
  )('%s: %s', (_file, _why, { folder, entry }) => {
    const faults = faultsOf(folder, entry);
    // Named whole: the difference of two lists is cut short.
    expect(faults, faults.join('\n')).toEqual([]);
  });
});

function writeManifest(holding: ReadonlySet<string>): void {
  const files = entries.map(({ pending, ...entry }) =>
    pending === undefined || holding.has(entry.file) ? entry : { ...entry, pending },
  );
  writeFileSync(LINT_MANIFEST, `${JSON.stringify({ files }, undefined, 2)}\n`);
}
