import { join, relative, resolve } from 'node:path';
import { printJson } from '@policywright/policy';
import { printable } from '@policywright/policy/text';
import { printScenario } from '@policywright/scenario';
import type { Io } from '../../io/io.ts';
import { writeWhole } from '../../io/writeWhole.ts';
import { PROOF_CODES, type ProofRow } from './report/proofRow.ts';
import { requestText } from './report/rowText.ts';
import type { SourcePolicy } from './sources/sourcePolicy.ts';
import { kindOf, type PolicyKind } from './subjects.ts';

/**
 * Writes the requests of rows as scenarios that expect what was decided.
 *
 * @param io - the files; how many there are goes to standard error.
 * @param folder - as the user named it; made where it is not there.
 * @param rows - those without a request are left out.
 * @throws CommandError - where one cannot be written.
 */
export async function writeScenarios(io: Io, folder: string, rows: readonly ProofRow[]): Promise<void> {
  const target = resolve(io.cwd, folder);
  const scenarios = rows.flatMap((row, index) => scenarioOf(row, { target, io, number: index + 1 }) ?? []);
  for (const { id, text } of scenarios) await writeWhole(io, join(folder, `${id}.scenario.json`), text);
  const { length } = scenarios;
  io.stderr.write(`wrote ${length} scenario${length === 1 ? '' : 's'} to ${printable(folder)}\n`);
}

interface Written {
  readonly id: string;
  readonly text: string;
}

function scenarioOf(
  { code, label, witness, decidedBy }: ProofRow,
  { target, io, number }: { readonly target: string; readonly io: Io; readonly number: number },
): Written | undefined {
  if (witness === undefined) return undefined;
  const id = `${slugOf(label)}-${code}-${number}`;
  const { policies, expected, ...request } = witness.scenario;
  return {
    id,
    text: printScenario({
      ...request,
      id,
      title: `${PROOF_CODES[code].words}: ${requestText(witness)}`,
      // The spelling of the catalog, where it has the action.
      action: witness.request.action,
      policies: { ...policies, ...referred(decidedBy, { target, io }) },
      expected,
    }),
  };
}

/** The policies of files, by the layer that they are of; what a question left open stays written out. */
function referred(
  policies: readonly SourcePolicy[],
  place: { readonly target: string; readonly io: Io },
): Readonly<Partial<Record<PolicyKind, readonly unknown[]>>> {
  const layers = (['identity', 'resource'] as const).map((kind) => {
    const own = policies.filter((policy) => kindOf(policy) === kind);
    return [kind, own.flatMap((policy) => writtenPolicy(policy, place))] as const;
  });
  return Object.fromEntries(layers.filter(([, documents]) => documents.length > 0));
}

/** A plain document in a file by reference, so that the scenario follows it; any other written out. */
function writtenPolicy(
  { source: { path }, pointer, policy }: SourcePolicy,
  { target, io }: { readonly target: string; readonly io: Io },
): readonly unknown[] {
  if (policy === undefined) return [];
  if (path !== undefined && pointer === '')
    return [{ file: relative(target, resolve(io.cwd, path)).replaceAll('\\', '/') }];
  const document: unknown = JSON.parse(printJson(policy.root));
  return [document];
}

function slugOf(label: string): string {
  const end = label.replace(/^.*\/(?=.)/s, '').replace(/\.(?:json|ya?ml)\b/i, '');
  return (
    end
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'policy'
  );
}
