import { quote } from '../../text/quote.ts';
import type { JsonMember, JsonNode, JsonObject } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import { POLICY_ELEMENTS, STATEMENT_ELEMENTS } from '../../model/elementNames.ts';
import { reportDuplicate } from './duplicateNames.ts';
import type { ReadContext } from './readContext.ts';
import { suggestName } from './suggestName.ts';

/** The elements of one object by name. */
export interface Elements<Name extends string> {
  readonly found: Readonly<Partial<Record<Name, JsonNode>>>;
  /** Elements that an unknown name was most likely meant for: their absence is no second finding. */
  readonly misspelt: ReadonlySet<Name>;
}

interface Place<Name extends string> {
  readonly names: readonly Name[];
  readonly pointer: string;
}

const NOTHING_MISSPELT: ReadonlySet<never> = new Set<never>();

/** Sorts the members of a document or statement by element, reporting unknown and repeated ones (rules S8, S9). */
export function readElements<Name extends string>(
  context: ReadContext,
  object: JsonObject,
  place: Place<Name>,
): Elements<Name> {
  const found: Partial<Record<Name, JsonNode>> = {};
  let unknown: JsonMember[] | undefined;
  for (const member of object.members) {
    // INVARIANT: only names of the list become property names, so that none can reach the prototype.
    const name = place.names[place.names.indexOf(member.name.value as Name)];
    if (name === undefined) (unknown ??= []).push(member);
    else if (found[name] === undefined) found[name] = member.value;
    else reportDuplicate(context, member, place.pointer);
  }
  if (unknown === undefined) return { found, misspelt: NOTHING_MISSPELT };
  const misspelt = new Set<Name>();
  const unknownPlace = { ...place, found };
  for (const member of unknown) {
    const meant = reportUnknown(context, member, unknownPlace);
    if (meant !== undefined) misspelt.add(meant);
  }
  return { found, misspelt };
}

function reportUnknown<Name extends string>(
  context: ReadContext,
  member: JsonMember,
  place: Place<Name> & { readonly found: Readonly<Partial<Record<Name, JsonNode>>> },
): Name | undefined {
  const name = member.name.value;
  const meant = suggestName(context, name, place.names);
  const at = { at: member.name, pointer: pointerTo(place.pointer, name) };
  const differsInCase = meant !== undefined && meant.toLowerCase() === name.toLowerCase();
  if (differsInCase && place.found[meant] !== undefined) {
    context.findings.report({
      ...at,
      code: 'duplicate-keys-with-different-case',
      severity: 'error',
      message: `found ${quote(name)} beside \`${meant}\`, which differs only in letter case`,
      help: 'element names are case-sensitive; remove one of the two',
    });
    return meant;
  }
  const expected = place.names.map((each) => `\`${each}\``).join(', ');
  context.findings.report({
    ...at,
    code: 'invalid-policy-element',
    message: `found the unknown element ${quote(name)}, expected one of ${expected}`,
    help: meant === undefined ? adviceFor(name, place.names) : `did you mean \`${meant}\``,
  });
  return meant;
}

/** Where the name belongs, if it is an element of the other level. */
function adviceFor(name: string, names: readonly string[]): string {
  const isElsewhere = (elements: readonly string[]): boolean =>
    elements.includes(name) && !names.includes(name);
  if (isElsewhere(STATEMENT_ELEMENTS)) return `\`${name}\` belongs inside \`Statement\``;
  if (isElsewhere(POLICY_ELEMENTS)) return `\`${name}\` belongs to the document, outside its statements`;
  return 'remove it';
}
