import {
  blankComments,
  locate,
  parseJson,
  parsePointer,
  positionAt,
  type JsonNode,
  type Range,
  type RenderableDiagnostic,
} from '@policywright/policy';
import type { ConfigEntry, ConfigProblem } from './configEntry.ts';

/**
 * Tells what is wrong with a configuration, with the places where the file is JSON.
 *
 * @param entry - what was read.
 * @param problems - what is wrong with its values.
 * @returns what reading found, then the problems; nothing but errors.
 */
export function configDiagnostics(
  entry: ConfigEntry,
  problems: readonly ConfigProblem[],
): readonly RenderableDiagnostic[] {
  const { file, text } = entry;
  const all = [...entry.problems, ...problems];
  const { node } = all.length > 0 && file.endsWith('.json') ? parseJson(blankComments(text)) : {};
  const found = all.map(({ path, message, help, ofName }) => ({
    code: ofName === true ? 'unknown-config-key' : 'invalid-config-value',
    severity: 'error',
    message,
    path,
    range: node && rangeOf(node, { text, path, ofName: ofName === true }),
    ...(help !== undefined && { help }),
  }));
  return [...entry.diagnostics, ...found];
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
