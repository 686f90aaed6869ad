import { locateDeepest, type JsonObject } from '@policywright/policy';
import type { CallFinding } from '../../model/callRunner.ts';
import type { ScenarioDiagnosticCode } from '../../model/scenarioDiagnostic.ts';
import type { NodeReader, Placed } from './nodeReader.ts';

/** By the member of a scenario that a finding is about. */
const CODES: Readonly<Record<string, ScenarioDiagnosticCode>> = {
  operation: 'scenario-operation',
  input: 'scenario-input',
  region: 'scenario-input',
};

/** Reports what is wrong with the call of a scenario, where it stands. */
export function placeFindings(
  reader: NodeReader,
  scenario: Placed<JsonObject>,
  findings: readonly CallFinding[],
): void {
  for (const { severity, message, path, help } of findings) {
    const [, member = ''] = path.split('/');
    const code = CODES[member] ?? 'scenario-world';
    const place = placeOf(reader, scenario, path);
    reader.report(place, { code, severity, message, ...(help !== undefined && { help }) });
  }
}

/** The deepest place of a pointer that the scenario has: of a member that is missing, what it is missing from. */
function placeOf(reader: NodeReader, scenario: Placed<JsonObject>, path: string): Placed {
  const [, name = '', ...names] = path.split('/');
  const member = reader.member(scenario, name);
  if (member === undefined) return scenario;
  const deepest = locateDeepest(member.node, names.map((step) => `/${step}`).join(''));
  return { node: deepest.node, pointer: `${member.pointer}${deepest.pointer}` };
}
