import { parsePointer, type JsonNode } from '@policywright/policy';
import type { LintContext } from '../facts/lintContext.ts';
import { memberIndex } from '../facts/memberIndex.ts';
import { parentPointer } from '../facts/parentPointer.ts';
import type { Fix, TextEdit } from '../model/finding.ts';

/**
 * Replaces the value at a pointer.
 *
 * @param json - the new value, as JSON text.
 */
export function replaceValue(
  context: LintContext,
  pointer: string,
  { json, keepsDecisions }: { readonly json: string; readonly keepsDecisions: boolean },
): Fix | undefined {
  const node = context.nodeAt(pointer);
  if (context.text === undefined || node === undefined) return undefined;
  return { edits: [{ start: node.start, end: node.end, replacement: json }], keepsDecisions };
}

/** Renames the member at a pointer. */
export function renameMember(
  context: LintContext,
  pointer: string,
  { name, keepsDecisions }: { readonly name: string; readonly keepsDecisions: boolean },
): Fix | undefined {
  const parts = memberAt(context, pointer);
  if (context.text === undefined || parts === undefined) return undefined;
  if (memberIndex(parts.parent, name) >= 0) return undefined;
  const { start, end } = parts.parent.members[parts.index]?.name ?? { start: 0, end: 0 };
  return { edits: [{ start, end, replacement: JSON.stringify(name) }], keepsDecisions };
}

/** Takes the array item or the member at a pointer away, with its comma; not the last one of a list. */
export function remove(context: LintContext, pointer: string, keepsDecisions: boolean): Fix | undefined {
  const edit = context.text === undefined ? undefined : removal(context, pointer);
  return edit && { edits: [edit], keepsDecisions };
}

/** Puts a member in front of the others of an object. */
export function insertMember(
  context: LintContext,
  pointer: string,
  {
    name,
    json,
    keepsDecisions,
  }: { readonly name: string; readonly json: string; readonly keepsDecisions: boolean },
): Fix | undefined {
  const node = context.nodeAt(pointer);
  if (context.text === undefined || node?.kind !== 'object') return undefined;
  const first = node.members[0]?.name.start;
  // The white space in front of the first member is repeated behind the new one.
  const space = first === undefined ? '' : context.text.slice(node.start + 1, first);
  const at = first ?? node.start + 1;
  const replacement = `${JSON.stringify(name)}: ${json}${first === undefined ? '' : `,${space}`}`;
  return { edits: [{ start: at, end: at, replacement }], keepsDecisions };
}

function removal(context: LintContext, pointer: string): TextEdit | undefined {
  const member = memberAt(context, pointer);
  const parent = context.nodeAt(parentPointer(pointer));
  const places =
    member?.parent.members.map(({ name, value }) => ({ start: name.start, end: value.end })) ??
    (parent?.kind === 'array' ? parent.items : undefined);
  const index = member?.index ?? Number(parsePointer(pointer)?.at(-1));
  const own = places?.[index];
  if (places === undefined || own === undefined || places.length < 2) return undefined;
  const previous = places[index - 1];
  if (previous !== undefined) return { start: previous.end, end: own.end, replacement: '' };
  return { start: own.start, end: places[1]?.start ?? own.end, replacement: '' };
}

function memberAt(
  context: LintContext,
  pointer: string,
): { readonly parent: JsonObject; readonly index: number } | undefined {
  const parent = context.nodeAt(parentPointer(pointer));
  const name = parsePointer(pointer)?.at(-1);
  if (parent?.kind !== 'object' || name === undefined) return undefined;
  const index = memberIndex(parent, name);
  return index < 0 ? undefined : { parent, index };
}

type JsonObject = Extract<JsonNode, { kind: 'object' }>;
