import type { JsonMember, JsonNode, JsonObject } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import {
  arrayAt,
  memberAt,
  objectAt,
  StatementWriter,
  stringAt,
  type WrittenDocument,
} from './writtenDocument.ts';

/** Of lists of accounts: the effect of the statement that SAM writes for each (ResourcePolicyStatement, 2026-11-29). */
const ACCOUNT_LISTS: ReadonlyMap<string, 'Allow' | 'Deny'> = new Map([
  ['AwsAccountWhitelist', 'Allow'],
  ['AwsAccountBlacklist', 'Deny'],
]);

/** The condition under which SAM denies for a list. */
interface ListCondition {
  readonly operator: string;
  /** Where lists mix VPCs and endpoints, each value tells its own. */
  readonly key?: string;
}

/**
 * The other lists of `ResourcePolicy` in the `Auth` of an API of SAM (ResourcePolicyStatement, 2026-11-29; operators as
 * the translator of SAM has them). Beside each Deny SAM allows everybody, which is nothing that the template says.
 */
const DENY_LISTS: ReadonlyMap<string, ListCondition> = new Map<string, ListCondition>([
  ['IpRangeWhitelist', { operator: 'NotIpAddress', key: 'aws:SourceIp' }],
  ['IpRangeBlacklist', { operator: 'IpAddress', key: 'aws:SourceIp' }],
  ['SourceVpcWhitelist', { operator: 'StringNotEquals' }],
  ['SourceVpcBlacklist', { operator: 'StringEquals' }],
  ['IntrinsicVpcWhitelist', { operator: 'StringNotEquals', key: 'aws:SourceVpc' }],
  ['IntrinsicVpcBlacklist', { operator: 'StringEquals', key: 'aws:SourceVpc' }],
  ['IntrinsicVpceWhitelist', { operator: 'StringNotEquals', key: 'aws:SourceVpce' }],
  ['IntrinsicVpceBlacklist', { operator: 'StringEquals', key: 'aws:SourceVpce' }],
]);

/** A list in its place. */
interface PlacedList {
  readonly member: JsonMember;
  readonly place: string;
}

/**
 * Reads `ResourcePolicy` in the `Auth` of an API of SAM as the policy that SAM writes for it.
 *
 * @param node - the value of `ResourcePolicy`.
 * @param pointer - of it in the file.
 * @returns `undefined` where it has none of the members that make statements.
 */
export function readApiResourcePolicy(node: JsonObject, pointer: string): WrittenDocument | undefined {
  const writer = new StatementWriter();
  for (const { name, value } of node.members) {
    const place = pointerTo(pointer, name.value);
    const list = { member: { name, value }, place };
    if (name.value === 'CustomStatements') {
      if (value.kind !== 'array') writer.add(value, [['', place]]);
      else
        for (const [index, item] of value.items.entries()) writer.add(item, [['', pointerTo(place, index)]]);
    }
    const effect = ACCOUNT_LISTS.get(name.value);
    if (effect !== undefined) addAccounts(writer, list, effect);
    const condition = DENY_LISTS.get(name.value);
    if (condition !== undefined) addDeny(writer, list, condition);
  }
  return writer.isEmpty ? undefined : writer.document(node);
}

function addAccounts(writer: StatementWriter, { member, place }: PlacedList, effect: 'Allow' | 'Deny'): void {
  const principal = objectAt(member.value, [memberAt(member.name, 'AWS', member.value)]);
  writer.add(statementOf(member, { effect, principal }), [
    ['', place],
    ['/Principal/AWS', place],
  ]);
}

function addDeny(writer: StatementWriter, { member, place }: PlacedList, condition: ListCondition): void {
  const { name, value } = member;
  const { operator } = condition;
  const lists = listsByKey(condition, value);
  const places = lists.flatMap(({ key, indexes }): (readonly [string, string])[] => {
    const at = `/Condition/${operator}/${key}`;
    return [[at, place], ...indexes.map((from, index) => [`${at}/${index}`, `${place}/${from}`] as const)];
  });
  const keys = lists.map(({ key, values }) => memberAt(name, key, values));
  const written = {
    effect: 'Deny',
    principal: stringAt(name, '*'),
    condition: objectAt(value, [memberAt(name, operator, objectAt(value, keys))]),
  };
  writer.add(statementOf(member, written), [['', place], ...places]);
}

function statementOf(
  { name, value }: JsonMember,
  written: { readonly effect: string; readonly principal: JsonNode; readonly condition?: JsonNode },
): JsonNode {
  const { effect, principal, condition } = written;
  return objectAt(value, [
    memberAt(name, 'Effect', stringAt(name, effect)),
    memberAt(name, 'Principal', principal),
    memberAt(name, 'Action', stringAt(name, 'execute-api:Invoke')),
    memberAt(name, 'Resource', stringAt(name, 'execute-api:/*')),
    ...(condition === undefined ? [] : [memberAt(name, 'Condition', condition)]),
  ]);
}

interface KeyList {
  readonly key: string;
  readonly values: JsonNode;
  /** Where each value is in the list of the template. */
  readonly indexes: readonly number[];
}

function listsByKey({ key }: ListCondition, value: JsonNode): readonly KeyList[] {
  if (key !== undefined || value.kind !== 'array')
    return [{ key: key ?? 'aws:SourceVpc', values: value, indexes: [] }];
  const isEndpoint = (item: JsonNode): boolean => item.kind === 'string' && item.value.startsWith('vpce-');
  return [false, true].flatMap((endpoints) => {
    const entries = [...value.items.entries()].filter(([, item]) => isEndpoint(item) === endpoints);
    if (entries.length === 0) return [];
    return {
      key: endpoints ? 'aws:SourceVpce' : 'aws:SourceVpc',
      values: arrayAt(
        value,
        entries.map(([, item]) => item),
      ),
      indexes: entries.map(([index]) => index),
    };
  });
}
