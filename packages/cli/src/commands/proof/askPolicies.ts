import type { Assumption, Subject } from '@policywright/analyzer';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { obstacles, openParts } from './obstacles.ts';
import { assumptionWords } from './proofOptions.ts';
import type { ProofReport, ProofRow } from './report/proofRow.ts';
import { askedAbout, unknownRows, type Asked } from './rows.ts';
import { diskFiles } from './sources/sideFiles.ts';
import { subjectOf } from './subjects.ts';
import { readSourcePolicies } from './sources/sourcePolicy.ts';

/** What one question about policies gave. */
export interface Answered {
  readonly rows: readonly ProofRow[];
  readonly steps: number;
  readonly assumptions: readonly Assumption[];
}

/** A question about policies, and the words of its report. */
export interface Question extends Pick<ProofReport, 'title' | 'proved'> {
  /** What is asked of the policies of one principal, of one resource, or of both. */
  readonly ask: (asked: Asked, subject: Subject) => Answered;
  /** What else is taken for granted, in words. */
  readonly granted?: readonly string[];
  /** Whether a row is a proof and not shown by a request, so that none is told of what is known in part. */
  readonly rowsAreProofs?: boolean;
}

/**
 * Asks a question about the policies of files.
 *
 * @param io - the files.
 * @param subject - paths, and whether all their policies are of one principal.
 * @param question - what is asked.
 * @returns `undefined` after saying on standard error what could not be read.
 * @throws CommandError - where there is no policy.
 */
export async function askPolicies(
  io: Io,
  { paths, together }: { readonly paths: readonly string[]; readonly together: boolean },
  { ask, title, proved, granted = [], rowsAreProofs = false }: Question,
): Promise<ProofReport | undefined> {
  const policies = await readSourcePolicies(io, await diskFiles(io, paths));
  if (policies === undefined) return undefined;
  if (policies.length === 0) throw new CommandError('there is no policy in these files');
  const groups = together ? [policies] : policies.map((policy) => [policy]);
  const answers = groups.map((group): Answered => {
    const asked = askedAbout(group);
    const open = openParts(group);
    const stopped = [...obstacles(group), ...(rowsAreProofs ? open : [])];
    if (stopped.length > 0) return { rows: unknownRows(asked, stopped), steps: 0, assumptions: [] };
    const answer = ask(asked, subjectOf(group));
    return { ...answer, rows: [...answer.rows, ...unknownRows(asked, open)] };
  });
  return {
    title,
    proved,
    rows: answers.flatMap(({ rows }) => rows),
    asked: policies.length === 1 ? '1 policy read' : `${policies.length} policies read`,
    assumptions: [...assumptionWords(new Set(answers.flatMap(({ assumptions }) => assumptions))), ...granted],
    steps: answers.reduce((sum, { steps }) => sum + steps, 0),
  };
}
