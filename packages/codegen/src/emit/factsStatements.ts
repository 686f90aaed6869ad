import {
  relevantKeys,
  type Action,
  type ConditionKey,
  type ConditionKeyType,
  type Service,
} from '@policywright/catalog';
import { byCodePoint } from '../names/byCodePoint.ts';
import { isTemplate } from '../keys/keyTemplate.ts';
import { lines, quote } from './constant.ts';
import { ownKeys } from './keyStatements.ts';

/** The member of the facts that lists the keys of a type; no key of the catalog is binary. */
const KEY_MEMBERS: Readonly<Record<Exclude<ConditionKeyType, 'Binary'>, string>> = {
  String: 'string',
  ARN: 'arn',
  Bool: 'bool',
  Numeric: 'numeric',
  Date: 'date',
  IPAddress: 'ipAddress',
};

/**
 * Declares what the runtime module's types search for a service's actions and keys; see `Services` there.
 *
 * Actions with the same keys share a list, which halves the text.
 *
 * @param name - what the declaration may be called.
 * @param groups - the types whose union is the names of all actions.
 */
export function factsStatements(
  service: Service,
  { name, groups }: { readonly name: string; readonly groups: readonly string[] },
): readonly string[] {
  const keyLists = new Map<string, number>();
  const actions = [...service.actions].sort((left, right) => byCodePoint(left.name, right.name));
  const actionLines = actions.map((action) => {
    const keys = items(keysOf(action));
    const number = keyLists.get(keys) ?? keyLists.size + 1;
    keyLists.set(keys, number);
    const types = [...new Set(action.resourceTypes.map((type) => `${service.prefix}:${type.name}`))];
    return `<${action.name}>${number} ${items(['*', ...types.sort(byCodePoint)])}`;
  });
  const own = ownKeys(service);
  const keyMembers: readonly (readonly [string, readonly ConditionKey[]])[] = [
    ['patterns', own.filter(({ name: key }) => isTemplate(key) && !/^[^$]*\/\$\{[^}]*\}$/.test(key))],
    ...Object.entries(KEY_MEMBERS).map(
      ([type, member]) => [member, own.filter((key) => key.type === type)] as const,
    ),
    ['multivalued', own.filter((key) => key.multivalued)],
  ];
  const members = [
    ['names', groups.length === 0 ? 'never' : groups.join(' | ')],
    ['actions', lines(actionLines)],
    ['keys', lines([...keyLists].map(([keys, number]) => `${number} ${keys}`))],
    ...keyMembers.map(([member, keys]) => [member, lines(keys.map((key) => items([key.name])))]),
  ];
  return [
    `interface ${name} {\n${members.map(([member, type]) => `  readonly ${member}: ${type};\n`).join('')}}`,
    `declare module './runtime.js' {\n  interface Services {\n    readonly ${quote(service.prefix)}: ${name};\n  }\n}`,
  ];
}

/** Writes names as the types search for them, with `*` for what varies. */
function items(names: readonly string[]): string {
  return names.map((name) => `<${name.replace(/\$\{[^}]*\}/g, '*')}>`).join('');
}

/** The keys of the action itself, and those of resources of the types that it takes. */
function keysOf({ fullName }: Action): readonly string[] {
  const keys = relevantKeys(fullName)?.filter(({ from }) => from !== 'global') ?? [];
  return [...new Set(keys.map(({ key }) => key.name))].sort(byCodePoint);
}
