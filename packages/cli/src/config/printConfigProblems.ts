import { locate, parseJson, parsePointer, positionAt, type JsonNode, type Range } from '@policywright/policy';
import type { Io } from '../io/io.ts';
import { printDiagnostics } from '../report/printDiagnostics.ts';
import type { ConfigEntry, ConfigProblem } from './configEntry.ts';

/**
 * Writes what is wrong with a configuration to standard error, with the lines where the file is JSON.
 *
 * @param io - its standard error.
 * @param entry - what was read.
 * @param problems - what is wrong with its values.
 */
export function printConfigProblems(io: Io, entry: ConfigEntry, problems: readonly ConfigProblem[]): void {
  const { file, text } = entry;
  printDiagnostics(io, { file, text }, entry.diagnostics);
  const { node } = file.endsWith('.json') ? parseJson(text) : {};
  const diagnostics = problems.map(({ path, message, help, ofName }) => ({
    code: ofName === true ? 'unknown-config-key' : 'invalid-config-value',
    severity: 'error' as const,
    message,
    path,
    range: node && rangeOf(node, { text, path, ofName: ofName === true }),
    ...(help !== undefined && { help }),
  }));
  printDiagnostics(io, { file, text }, diagnostics);
}

function rangeOf(
  root: JsonNode,
  { text, path, ofName }: { readonly text: string; readonly path: string; readonly ofName: boolean },
): Range | undefined {
  const parent = locate(root, path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
  const last = parsePointer(path)?.at(-1);
  const name =
    parent?.kind === 'object' ? parent.members.find((member) => member.name.value === last)?.name : undefined;
  // What is missing is missing in what would hold it.
  const node = (ofName ? name : undefined) ?? locate(root, path) ?? parent;
  return node && { start: positionAt(text, node.start), end: positionAt(text, endOf(node)) };
}

/** Of what has parts only its start is marked. */
function endOf(node: JsonNode): number {
  return node.kind === 'object' || node.kind === 'array' ? node.start + 1 : node.end;
}
