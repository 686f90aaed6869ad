import { locate, parseJson, pointerTo, type JsonNode } from '@policywright/policy';
import type { PolicyReference } from './policyReference.ts';

/**
 * The references to policies in a scenario file, for whoever reads the files before the scenarios.
 *
 * @param text - of the file.
 * @param root - its tree, where it is not JSON.
 * @returns each file and each managed policy once; none where the text cannot be read. Never throws.
 */
export function scenarioReferences(text: string, root?: JsonNode): readonly PolicyReference[] {
  const found = new Map<string, PolicyReference>();
  const visit = (node: JsonNode, isPolicies: boolean): void => {
    if (node.kind === 'array') for (const item of node.items) visit(item, isPolicies);
    if (node.kind !== 'object') return;
    const reference = isPolicies ? namedIn(node) : undefined;
    if (reference !== undefined) found.set(JSON.stringify(reference), reference);
    for (const { name, value } of node.members) visit(value, isPolicies || HOLDERS.has(name.value));
  };
  const node = root ?? parseJson(text).node;
  if (node !== undefined) visit(node, false);
  return [...found.values()];
}

/** The members under which policies stand. */
const HOLDERS: ReadonlySet<string> = new Set(['policies', 'world']);

/** What an object refers to, as far as reading ahead needs it. */
function namedIn(node: JsonNode): PolicyReference | undefined {
  const file = textOf(node, 'file');
  if (file !== undefined) return { file };
  const managed = textOf(node, 'managed');
  return managed === undefined ? undefined : { managed };
}

function textOf(node: JsonNode, name: string): string | undefined {
  const value = locate(node, pointerTo('', name));
  return value?.kind === 'string' ? value.value : undefined;
}
