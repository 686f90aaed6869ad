import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { printProof } from './report/printProof.ts';
import type { ProofCode, ProofReport } from './report/proofRow.ts';
import type { ProofFormat } from './proofOptions.ts';
import { writeScenarios } from './writeScenarios.ts';

/** What the user asked a report to become. */
export interface Wishes {
  readonly format: ProofFormat | undefined;
  readonly 'write-scenarios': string | undefined;
}

/** What counts as a no. */
const NO: ReadonlySet<ProofCode> = new Set([
  'newly-allowed',
  'granted',
  'public',
  'external',
  'other-type',
  'breach',
  'vacuous',
  'never-matches',
  'overridden',
  'redundant',
  'needless-deny',
]);

/**
 * Prints a report, writes its scenarios, and says what the answer is.
 *
 * @param io - the streams and files.
 * @param report - what was found out.
 * @param wishes - the form, and where scenarios go.
 */
export async function finish(io: Io, report: ProofReport, wishes: Wishes): Promise<ExitCode> {
  await printProof(io, wishes.format ?? 'text', report);
  const folder = wishes['write-scenarios'];
  if (folder !== undefined) await writeScenarios(io, folder, report.rows);
  if (report.rows.some(({ code }) => NO.has(code))) return EXIT_CODE.no;
  return report.rows.some(({ code }) => code === 'unknown') ? EXIT_CODE.undecided : EXIT_CODE.yes;
}
