import { checkNoNewAccess, diff, type AccessFinding, type AnalyzerOptions } from '@policywright/analyzer';
import { loadActionNames, type ActionNames } from './report/actionNames.ts';
import type { ProofReport, ProofRow } from './report/proofRow.ts';
import { statementFacts } from './report/statementFacts.ts';
import { obstacles, openParts, reasonWords } from './obstacles.ts';
import { assumptionWords } from './proofOptions.ts';
import { askedAbout, partRow, unknownRows, type Asked } from './rows.ts';
import type { PolicyPair } from './sources/pairPolicies.ts';
import { saysSame } from './sources/sourcePolicy.ts';
import { kindOf, subjectOf, type PolicyKind } from './subjects.ts';
import { verdictRows, type Answered } from './verdictRows.ts';

/** How to compare: all differences, or whether there is new access. */
export type Comparison = 'diff' | 'no-new-access';

/**
 * Compares the versions of policies.
 *
 * @param pairs - the versions.
 * @param comparison - what is asked.
 * @param options - of the analyzer.
 */
export async function compareVersions(
  pairs: readonly PolicyPair[],
  comparison: Comparison,
  options: AnalyzerOptions,
): Promise<ProofReport> {
  const names = await loadActionNames();
  const compared = pairs.map((pair) => compare(pair, comparison, { options, names }));
  const policies = pairs.length === 1 ? '1 policy' : `${pairs.length} policies`;
  return {
    title: comparison === 'diff' ? 'Access that changes' : 'New access',
    proved: comparison === 'diff' ? 'nothing is newly allowed or denied' : 'nothing is newly allowed',
    rows: compared.flatMap(({ rows }) => rows),
    asked: `${policies} compared`,
    assumptions: assumptionWords(new Set(compared.flatMap(({ assumptions }) => assumptions))),
    steps: compared.reduce((sum, { steps }) => sum + steps, 0),
  };
}

interface Means {
  readonly options: AnalyzerOptions;
  readonly names: ActionNames;
}

function compare(pair: PolicyPair, comparison: Comparison, means: Means): Answered {
  const { label, before, after } = pair;
  const nothing = { rows: [], steps: 0, assumptions: [] };
  if (isUnchanged(pair)) return nothing;
  const file = (after[0] ?? before[0])?.source.file ?? '';
  const asked: Asked = { label, file, policies: after };
  const all = [...before, ...after];
  const stopped = obstacles(all);
  if (stopped.length > 0) return { ...nothing, rows: unknownRows(asked, stopped) };
  const parts = partsOf(pair).map((part) =>
    comparison === 'diff' ? differences(part, asked, means) : newAccess(part, asked, means),
  );
  const compared: Answered = {
    rows: parts.flatMap(({ rows }) => rows),
    steps: parts.reduce((sum, { steps }) => sum + steps, 0),
    assumptions: parts.flatMap(({ assumptions }) => assumptions),
  };
  // A finding is shown by a request; that there is none is no proof while something is open.
  const open = compared.rows.some(({ code }) => code === 'newly-allowed') ? [] : openParts(all);
  return { ...compared, rows: [...compared.rows, ...unknownRows(asked, open)] };
}

/** What is compared at once. */
interface Part extends PolicyPair {
  readonly kinds: ReadonlySet<PolicyKind>;
}

/** Policies of principals are compared with such, and those of resources; several together as they are. */
function partsOf(pair: PolicyPair): readonly Part[] {
  const { before, after } = pair;
  const kinds = new Set([...before, ...after].map(kindOf));
  if (kinds.size < 2 || before.length > 1 || after.length > 1) return [{ ...pair, kinds }];
  return [...kinds].map((kind) => ({
    ...pair,
    kinds: new Set([kind]),
    before: before.filter((policy) => kindOf(policy) === kind),
    after: after.filter((policy) => kindOf(policy) === kind),
  }));
}

function isUnchanged({ before, after }: PolicyPair): boolean {
  return (
    before.length === after.length &&
    before.every((one, index) => {
      const other = after[index];
      return other !== undefined && saysSame(one, other);
    })
  );
}

function differences({ before, after, kinds }: Part, asked: Asked, { options, names }: Means): Answered {
  const versions = [subjectOf(before, kinds), subjectOf(after, kinds)] as const;
  const { findings, reasons, steps, assumptions } = diff(...versions, options);
  const rows = findings.map((part): ProofRow => {
    const isNew = part.change === 'allowed';
    const allowing = isNew ? asked : { ...askedAbout(before), label: asked.label };
    const row = partRow(allowing, isNew ? 'newly-allowed' : 'newly-denied', { part, names });
    const other = isNew ? before : after;
    const reason = whyOther(part.because, { isNew, other });
    const partly = part.partly.flatMap((ref) => statementFacts(ref, other) ?? []);
    return { ...row, file: asked.file, reason, partly, decidedBy: after };
  });
  return { rows: [...rows, ...unknownRows(asked, reasonWords(reasons))], steps, assumptions };
}

function whyOther(
  because: AccessFinding['because'],
  { isNew, other }: { readonly isNew: boolean; readonly other: PolicyPair['after'] },
): string {
  const version = isNew ? 'the old version' : 'the new version';
  if (typeof because === 'string')
    return other.length === 0 ? `${version} has no such policy` : `no statement of ${version} allows it`;
  const denying = statementFacts(because, other);
  return `${denying?.label ?? 'a statement'} of ${version} denies it`;
}

function newAccess({ before, after, kinds }: Part, asked: Asked, { options, names }: Means): Answered {
  const verdict = checkNoNewAccess(subjectOf(before, kinds), subjectOf(after, kinds), options);
  return verdictRows(asked, verdict, { code: 'newly-allowed', names });
}
