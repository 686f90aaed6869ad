import { basename } from 'node:path';
import { extractPolicies, type JsonNode } from '@policywright/policy';
import {
  policyReferences,
  readScenarios,
  scenarioReferences,
  type ScenarioDiagnostic,
  type ScenarioFile,
} from '@policywright/scenario';
import type { Io } from '../../io/io.ts';
import { isScenarioTree } from './isScenarioTree.ts';
import { loadCallRunner } from './loadCallRunner.ts';
import { loadSources } from './loadSources.ts';
import { readTree } from './readTree.ts';
import { uncommented } from './uncommented.ts';

/** A text, and the name under which the user named it. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads a scenario file in JSON or YAML, and the files that its scenarios refer to.
 *
 * @param io - the files.
 * @param named - the text of the scenario file; what it refers to is found from its folder.
 * @returns the file, whatever it holds: what is wrong is among its diagnostics.
 */
export async function readScenarioFile(io: Io, { file, text }: NamedText): Promise<ScenarioFile> {
  const tree = await readTree(file, uncommented(file, text));
  if (!tree.ok) return withoutScenarios({ file, text }, tree.diagnostics);
  const { root } = tree;
  if (holdsPolicies(root, text)) return withoutScenarios({ file, text }, [policyProblem(file)]);
  const references = scenarioReferences(text, root);
  const sources = references.length === 0 ? undefined : await loadSources(io, file, references);
  const options = { file, root, references: sources && policyReferences(sources) };
  const read = readScenarios(text, options);
  const calls = await loadCallRunner([read]);
  return calls === undefined ? read : readScenarios(text, { ...options, calls });
}

/** Whether a file that was read holds policies instead of scenarios. */
export function isPolicyFile({ diagnostics }: ScenarioFile): boolean {
  return diagnostics.some(({ code }) => code === 'scenario-policy');
}

/** Whether a tree has policies somewhere and nothing of a scenario at its root. */
function holdsPolicies(root: JsonNode, text: string): boolean {
  return !isScenarioTree(root) && extractPolicies(root, { text }).length > 0;
}

function policyProblem(file: string): ScenarioDiagnostic {
  const name = file === '-' ? 'policy.json' : basename(file);
  return {
    code: 'scenario-policy',
    severity: 'error',
    message: 'the file holds a policy, not a scenario',
    path: '',
    range: undefined,
    help: `a scenario refers to it by \`"policies": { "identity": [{ "file": ${JSON.stringify(name)} }] }\`; \`policywright lint\` checks it`,
  };
}

function withoutScenarios(
  { file, text }: NamedText,
  diagnostics: readonly ScenarioDiagnostic[],
): ScenarioFile {
  return { file, text, scenarios: [], diagnostics };
}
