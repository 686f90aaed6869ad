import { arnVariables } from '@policywright/catalog';
import { byCodePoint, type SourceService } from './sourceCatalog.ts';

/** The codes of the members that a service lists; `namedMembers` of the catalog package has the same. */
const MEMBER_CODES: string =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#%&()*+,-/:;<=>?@[]^_{|}~';

/**
 * Writes what the rule by name found in compact text: of each service the ways in which members are called, and a code for each
 * of its actions by name; `namedMembers` in the catalog package reads it.
 *
 * @param lines - of `memberNames.txt`.
 * @param services - what there is; lines about others are left out.
 * @throws Error - where a line cannot be read, or a service has more ways than there are codes.
 */
export function encodeNamedMembers(lines: readonly string[], services: readonly SourceService[]): string {
  let text = '\n';
  for (const [prefix, items] of itemsByService(lines)) {
    const service = services.find((one) => one.prefix === prefix);
    // What AWS has removed since the lines were frozen; that they are right today is for their own test.
    if (service === undefined) continue;
    text += `${prefix} ${encodeService(items, service)}\n`;
  }
  return text;
}

/** By service, the items of each operation. */
function itemsByService(lines: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const services = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const line of lines) {
    const [, prefix] = /^service (.+)$/.exec(line) ?? [];
    if (prefix !== undefined) {
      current = new Map();
      services.set(prefix, current);
      continue;
    }
    const [, names = '', items = ''] = /^(.+) > [^(]+\(([^)]+)\)$/.exec(line) ?? [];
    if (items === '') throw new Error(`\`${line}\` is no line of names`);
    for (const name of names.split(' ')) current.set(name, items);
  }
  return services;
}

function encodeService(items: ReadonlyMap<string, string>, service: SourceService): string {
  const ways: string[] = [];
  const codes = service.actions
    .toSorted((a, b) => byCodePoint(a.name, b.name))
    .map(({ name, resourceTypes: [type] }) => {
      const members = items.get(name);
      if (members === undefined) return '.';
      const way = type === undefined ? members : shortened(members, service, type.name);
      if (!ways.includes(way)) ways.push(way);
      return MEMBER_CODES.charAt(ways.indexOf(way));
    });
  if (ways.length > MEMBER_CODES.length) throw new Error(`\`${service.prefix}\` has ${ways.length} ways`);
  return `${ways.join(';')} ${codes.join('').replace(/\.+$/, '')}`;
}

/** `=` for the variables of the ARN as they are, `~` for them with a small first letter. */
function shortened(members: string, { resourceTypes }: SourceService, typeName: string): string {
  const type = resourceTypes.find(({ name }) => name === typeName);
  const variables = type === undefined ? [] : arnVariables(type).filter((name) => !SCOPED.has(name));
  if (members === variables.join()) return '=';
  const small = variables.map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  return members === small.join() ? '~' : members;
}

const SCOPED: ReadonlySet<string> = new Set(['Partition', 'Region', 'Account']);
