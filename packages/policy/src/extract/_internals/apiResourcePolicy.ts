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

/** The statement that SAM writes for a list: of principals, or of values of a key under an operator. */
interface ListForm {
  readonly effect: 'Allow' | 'Deny';
  readonly operator?: string;
  /** The key; where lists mix VPCs and endpoints, each value tells its own. */
  readonly key?: string;
}

/**
 * The lists of `ResourcePolicy` in the `Auth` of an API of SAM (ResourcePolicyStatement, 2026-11-29; operators as the
 * translator of SAM has them). Beside each Deny SAM allows everybody, which is nothing that the template says.
 */
const LISTS: ReadonlyMap<string, ListForm> = new Map<string, ListForm>([
  ['AwsAccountWhitelist', { effect: 'Allow' }],
  ['AwsAccountBlacklist', { effect: 'Deny' }],
  ['IpRangeWhitelist', { effect: 'Deny', operator: 'NotIpAddress', key: 'aws:SourceIp' }],
  ['IpRangeBlacklist', { effect: 'Deny', operator: 'IpAddress', key: 'aws:SourceIp' }],
  ['SourceVpcWhitelist', { effect: 'Deny', operator: 'StringNotEquals' }],
  ['SourceVpcBlacklist', { effect: 'Deny', operator: 'StringEquals' }],
  ['IntrinsicVpcWhitelist', { effect: 'Deny', operator: 'StringNotEquals', key: 'aws:SourceVpc' }],
  ['IntrinsicVpcBlacklist', { effect: 'Deny', operator: 'StringEquals', key: 'aws:SourceVpc' }],
  ['IntrinsicVpceWhitelist', { effect: 'Deny', operator: 'StringNotEquals', key: 'aws:SourceVpce' }],
  ['IntrinsicVpceBlacklist', { effect: 'Deny', operator: 'StringEquals', key: 'aws:SourceVpce' }],
]);

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
    if (name.value === 'CustomStatements') {
      if (value.kind !== 'array') writer.add(value, [['', place]]);
      else
        for (const [index, item] of value.items.entries()) writer.add(item, [['', pointerTo(place, index)]]);
    }
    const form = LISTS.get(name.value);
    if (form !== undefined) addList(writer, { form, member: { name, value }, place });
  }
  return writer.isEmpty ? undefined : writer.document(node);
}

function addList(
  writer: StatementWriter,
  { form, member, place }: { readonly form: ListForm; readonly member: JsonMember; readonly place: string },
): void {
  const { name, value } = member;
  const { effect, operator } = form;
  const text = (of: string): JsonNode => stringAt(name, of);
  const places: (readonly [string, string])[] = [['', place]];
  const lists = operator === undefined ? [] : listsByKey(form, value);
  for (const { key, indexes } of lists) {
    const at = `/Condition/${operator ?? ''}/${key}`;
    places.push(
      [at, place],
      ...indexes.map((from, index) => [`${at}/${index}`, `${place}/${from}`] as const),
    );
  }
  if (operator === undefined) places.push(['/Principal/AWS', place]);
  const principal = operator === undefined ? objectAt(value, [memberAt(name, 'AWS', value)]) : text('*');
  const keys = lists.map(({ key, values }) => memberAt(name, key, values));
  writer.add(
    objectAt(value, [
      memberAt(name, 'Effect', text(effect)),
      memberAt(name, 'Principal', principal),
      memberAt(name, 'Action', text('execute-api:Invoke')),
      memberAt(name, 'Resource', text('execute-api:/*')),
      ...(operator === undefined
        ? []
        : [memberAt(name, 'Condition', objectAt(value, [memberAt(name, operator, objectAt(value, keys))]))]),
    ]),
    places,
  );
}

interface KeyList {
  readonly key: string;
  readonly values: JsonNode;
  /** Where each value is in the list of the template. */
  readonly indexes: readonly number[];
}

function listsByKey({ key }: ListForm, value: JsonNode): readonly KeyList[] {
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
