import { quote } from '../../text/quote.ts';
import type { JsonMember, JsonObject } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import type { ReadContext } from './readContext.ts';

/**
 * Reports names that an object repeats (rule S8), and names that differ only in letter case.
 *
 * @returns the members without the exact repetitions.
 */
export function withoutDuplicates(
  context: ReadContext,
  object: JsonObject,
  pointer: string,
): readonly JsonMember[] {
  const { members } = object;
  if (members.length < 2) return members;
  const exact = new Set<string>();
  const byLowerCase = new Map<string, string>();
  const unique: JsonMember[] = [];
  for (const member of members) {
    const name = member.name.value;
    if (exact.has(name)) {
      reportDuplicate(context, member, pointer);
      continue;
    }
    exact.add(name);
    unique.push(member);
    const lower = name.toLowerCase();
    const twin = byLowerCase.get(lower);
    if (twin === undefined) {
      byLowerCase.set(lower, name);
      continue;
    }
    context.findings.report({
      code: 'duplicate-keys-with-different-case',
      message: `found ${quote(name)} beside ${quote(twin)}, which differs only in letter case`,
      at: member.name,
      pointer: pointerTo(pointer, name),
      help: 'these names are compared without case; put the values together under one name',
    });
  }
  return unique;
}

/** Reports a member whose name an earlier one has already. */
export function reportDuplicate(context: ReadContext, member: JsonMember, pointer: string): void {
  context.findings.report({
    code: 'duplicate-key',
    message: `found ${quote(member.name.value)} a second time in one object`,
    at: member.name,
    pointer: pointerTo(pointer, member.name.value),
    help: 'merge the two, or remove one: most readers of JSON keep only the last',
  });
}
