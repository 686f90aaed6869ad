import { quote } from '../../text/quote.ts';
import type { JsonMember, JsonNode, JsonObject, JsonString } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import { PRINCIPAL_KINDS } from '../../model/elementNames.ts';
import type { PrincipalElement, PrincipalEntry, PrincipalKind } from '../../model/policy.ts';
import { placeToShow } from '../../json/describeNode.ts';
import { reportDuplicate } from './duplicateNames.ts';
import { reportEmptyList } from './readAction.ts';
import type { ReadContext } from './readContext.ts';
import { forEachString, readStringList, reportWrongType } from './readStringList.ts';
import { suggestName } from './suggestName.ts';
import { typeTitle } from './typeTitle.ts';

const IAM_PRINCIPAL = /^arn:[^:]*:iam:[^:]*:[^:]+:(?:root$|(?:user|role)\/.)/;
const STS_PRINCIPAL = /^arn:[^:]*:sts:[^:]*:[^:]+:(?:assumed-role|federated-user)\/./;
/** An account number, or the unique id of a deleted user or role. */
const PLAIN_PRINCIPAL = /^(?:\d{12}|A[A-Z0-9]{15,})$/;

/** Whether something under `AWS` is of the form of a principal (rules S128, S133). */
function isPrincipal(value: string): boolean {
  return PLAIN_PRINCIPAL.test(value) || IAM_PRINCIPAL.test(value) || STS_PRINCIPAL.test(value);
}

interface Place {
  readonly negated: boolean;
  readonly pointer: string;
}

/** Reads `Principal` or `NotPrincipal` (rules S127 to S131). */
export function readPrincipal(context: ReadContext, node: JsonNode, place: Place): PrincipalElement {
  const { negated, pointer } = place;
  const name = negated ? 'NotPrincipal' : 'Principal';
  if (node.kind === 'string' && node.value === '*')
    return { negated, entries: [{ kind: 'AWS', value: '*' }] };
  if (node.kind === 'object') return { negated, entries: readMap(context, node, place) };
  if (node.kind === 'string') {
    context.findings.report({
      code: 'invalid-principal-format',
      severity: 'error',
      message: `found ${quote(node.value)} in \`${name}\`, expected \`"*"\` or an object`,
      at: node,
      pointer,
      help: `write \`{ "${node.value.endsWith('.amazonaws.com') ? 'Service' : 'AWS'}": … }\``,
    });
  } else {
    reportWrongType(context, node, {
      name,
      pointer,
      expected: '`"*"` or an object',
      help: 'use `{ "AWS": [ … ] }` for a list',
    });
  }
  return { negated, entries: [] };
}

function readMap(
  context: ReadContext,
  node: JsonObject,
  { negated, pointer }: Place,
): readonly PrincipalEntry[] {
  if (node.members.length === 0) {
    const name = negated ? 'NotPrincipal' : 'Principal';
    context.findings.report({
      code: 'empty-object-principal',
      severity: negated ? 'error' : 'warning',
      message: `found \`${name}\` without members, which matches ${negated ? 'everybody' : 'nobody'}`,
      at: node,
      pointer,
    });
  }
  const entries: PrincipalEntry[] = [];
  const seen = new Set<string>();
  for (const member of node.members) {
    const kind = PRINCIPAL_KINDS.find((each) => each === member.name.value);
    if (seen.has(member.name.value)) reportDuplicate(context, member, pointer);
    else if (kind === undefined) reportUnknownKind(context, member, pointer);
    else
      for (const value of readEntries(context, member, { kind, negated, pointer }))
        entries.push({ kind, value });
    seen.add(member.name.value);
  }
  return entries;
}

function readEntries(
  context: ReadContext,
  member: JsonMember,
  place: Place & { readonly kind: PrincipalKind },
): readonly string[] {
  const { kind, negated } = place;
  const pointer = pointerTo(place.pointer, kind);
  const values = readStringList(context, member.value, { name: kind, pointer });
  if (member.value.kind === 'array' && member.value.items.length === 0) {
    reportEmptyList(context, member.value, { code: 'empty-array-principal', name: kind, negated, pointer });
  }
  forEachString(member.value, pointer, (item, pointerOf) => checkValue(context, item, { kind, pointerOf }));
  const takesCanonicalUsers = context.type === undefined || context.type === 'resource';
  if (kind === 'CanonicalUser' && !takesCanonicalUsers) {
    context.findings.report({
      code: 'unsupported-canonical-user',
      message: `found \`CanonicalUser\` in ${typeTitle(context)}, which only bucket policies take`,
      at: member.name,
      pointer,
      help: 'name the account under `AWS`',
    });
  }
  return values;
}

function checkValue(
  context: ReadContext,
  item: JsonString,
  place: { readonly kind: PrincipalKind; readonly pointerOf: () => string },
): void {
  const { value } = item;
  if (value === '*' || value.includes('${')) return;
  if (value.includes('*') || value.includes('?')) {
    context.findings.report({
      code: 'unsupported-wildcard-in-principal',
      message: `found ${quote(value)} as a principal, which matches nobody: wildcards inside principals are plain text`,
      at: item,
      pointer: place.pointerOf(),
      help: 'name the account, and narrow it with a condition on `aws:PrincipalArn`',
    });
  } else if (place.kind === 'AWS' && !isPrincipal(value)) {
    context.findings.report({
      code: 'invalid-principal-format',
      message: `found ${quote(value)} under \`AWS\`, expected \`*\`, an account number or the ARN of an account, user, role or session`,
      at: item,
      pointer: place.pointerOf(),
      help: value.endsWith('.amazonaws.com') ? 'put service principals under `Service`' : undefined,
    });
  }
}

function reportUnknownKind(context: ReadContext, member: JsonMember, pointer: string): void {
  const name = member.name.value;
  const meant = suggestName(context, name, PRINCIPAL_KINDS);
  context.findings.report({
    code: 'invalid-principal-key',
    message: `found ${quote(name)} in a principal, expected one of ${PRINCIPAL_KINDS.map((kind) => `\`${kind}\``).join(', ')}`,
    at: placeToShow(member.name),
    pointer: pointerTo(pointer, name),
    help: meant === undefined ? undefined : `did you mean \`${meant}\``,
  });
}
