import { REQUESTS } from '../../data/requests.gen.ts';
import type { ActionName } from '../../model/action.ts';
import type { Need } from '../../model/operation.ts';
import type {
  PassedByResource,
  RequestAction,
  RequestEncryption,
  RequestKey,
  RequestLinkedRole,
  RequestMembers,
  RequestResource,
} from '../../model/requestMembers.ts';
import { namedMembers } from './namedMembers.ts';
import { API_MODELS, API_MODELS_BY_NAME } from './operationSources.ts';
import { readResource, readTests, readValue } from './requestValue.ts';

/** The entries of the operations of a service, by name in lower case. */
export type RequestTable = ReadonlyMap<string, readonly string[]>;

const tables = new Map<string, RequestTable>();

/**
 * The entries of a service's operations, as tooling/catalog-import/facts/requestMembers.txt describes them.
 *
 * @param prefix - of a service of the catalog, so that no more are kept than there are.
 */
export function requestTable(prefix: string): RequestTable {
  let table = tables.get(prefix);
  if (table === undefined) {
    table = splitRequests(textOf(prefix));
    tables.set(prefix, table);
  }
  return table;
}

function textOf(prefix: string): string {
  const head = `\n@${prefix}\n`;
  const start = REQUESTS.indexOf(head);
  if (start < 0) return '';
  const end = REQUESTS.indexOf('\n@', start + head.length);
  return REQUESTS.slice(start + head.length, end < 0 ? undefined : end);
}

function splitRequests(text: string): RequestTable {
  const table = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [names = '', entries = ''] = line.split(' > ');
    if (entries === '') continue;
    for (const name of names.split(' ')) {
      const known = table.get(name.toLowerCase()) ?? [];
      known.push(...entries.split(' '));
      table.set(name.toLowerCase(), known);
    }
  }
  return table;
}

/** Begins an entry about a resource type of AWS CloudFormation. */
export const TEMPLATE_TYPE = 'type:';

interface Reading {
  unnamed: boolean;
  readonly resources: RequestResource[];
  readonly keys: RequestKey[];
  readonly actions: RequestAction[];
  readonly never: ActionName[];
  readonly encryption: RequestEncryption[];
  readonly passedRoles: PassedByResource[];
  readonly instanceProfiles: string[];
  readonly linkedRoles: RequestLinkedRole[];
}

/**
 * Reads the entries of an operation.
 *
 * @throws Error for an entry that has no form of the facts; the tests read every one of them.
 */
export function readRequest(entries: readonly string[], prefix: string): RequestMembers {
  return { ...readEntries(entries, prefix), source: API_MODELS };
}

/** The same of an operation that no fact is written of, where the rule by name found its members. */
export function readNamed(prefix: string, name: string): RequestMembers | undefined {
  const entry = namedMembers(prefix, name);
  return entry === undefined ? undefined : { ...readEntries([entry], prefix), source: API_MODELS_BY_NAME };
}

function readEntries(entries: readonly string[], prefix: string): Reading {
  const reading: Reading = {
    unnamed: false,
    resources: [],
    keys: [],
    actions: [],
    never: [],
    encryption: [],
    passedRoles: [],
    instanceProfiles: [],
    linkedRoles: [],
  };
  for (const entry of entries) readEntry(entry, prefix, reading);
  return reading;
}

function readEntry(entry: string, prefix: string, reading: Reading): void {
  const rest = entry.slice(1);
  const [start] = entry;
  // How templates name what the operation makes is for `templateOperation`.
  if (entry.startsWith(TEMPLATE_TYPE)) return;
  if (entry === '*') reading.unnamed = true;
  else if (start === '@') reading.keys.push(readKey(rest, prefix));
  else if (start === '+' || start === '&') reading.actions.push(readAction(entry, prefix));
  else if (start === '-') reading.never.push(fullName(rest, prefix));
  else if (start === '%') reading.encryption.push(readEncryption(rest, prefix));
  else if (entry.startsWith('profile:'))
    reading.instanceProfiles.push(...entry.slice('profile:'.length).split('|'));
  else if (entry.startsWith('slr:')) {
    const [service = '', tests] = entry.slice('slr:'.length).split('?');
    reading.linkedRoles.push({ servicePrincipal: principalOf(service), when: readTests(tests) });
  } else if (/^pass\??</.test(entry)) reading.passedRoles.push(readPassed(entry, prefix));
  else reading.resources.push(resourceOf(entry, prefix));
}

function resourceOf(text: string, prefix: string): RequestResource {
  const resource = readResource(text, prefix);
  if (resource === undefined) throw new Error(`\`${text}\` is no entry of requests`);
  return resource;
}

function readKey(text: string, prefix: string): RequestKey {
  const equals = text.indexOf('=');
  const absentOtherwise = text.charAt(equals - 1) === '!';
  const key = text.slice(0, absentOtherwise ? equals - 1 : equals);
  const value = text.slice(equals + 1);
  const of = readResource(value, prefix);
  return {
    key,
    value: of === undefined ? { kind: 'text', of: readValue(value) } : { kind: 'arn', of },
    absentOtherwise,
  };
}

const ACTION = /^[+&]([\w:-]+)(?:([!?~])([^>^]*))?(?:\^([^>]+))?>(.+)$/;
const NEEDS: Readonly<Record<string, Need>> = { '!': 'always', '?': 'thisCall', '~': 'perhaps' };

function readAction(entry: string, prefix: string): RequestAction {
  const [, name = '', mark = '', members, unless, resource = '*'] = ACTION.exec(entry) ?? [];
  return {
    action: fullName(name, prefix),
    need: NEEDS[mark],
    when: readTests(members),
    unless: readTests(unless),
    resource: resource === '*' ? undefined : resourceOf(resource, prefix),
    forwarded: entry.startsWith('&'),
  };
}

/** The actions, the member, the resource, and what stands behind its marks. */
const ENCRYPTION =
  /^([\w:,]+)<(?:([\w.]+)(?:,|(?=[~^]|\?(?!\()|$)))?(\w[^()~^?]*\??\([^)]*\))?(?:\^([\w.:|-]+))?(?:\?([\w.:|-]+))?(?:~(.+))?$/;

function readEncryption(text: string, prefix: string): RequestEncryption {
  const found = ENCRYPTION.exec(text);
  if (found === null) throw new Error(`\`${text}\` is no entry of a key`);
  const [, actions = '', member, resource, unless, when, pair] = found;
  const equals = pair?.indexOf('=') ?? -1;
  return {
    actions: actions.split(',').map((action) => fullName(action, prefix)),
    member,
    resource: resource === undefined ? undefined : resourceOf(resource, prefix),
    when: readTests(when),
    unless: readTests(unless),
    context:
      pair === undefined
        ? undefined
        : { key: pair.slice(0, equals), of: resourceOf(pair.slice(equals + 1), prefix) },
  };
}

function readPassed(entry: string, prefix: string): PassedByResource {
  const at = entry.lastIndexOf('@');
  const resource = resourceOf(entry.slice(entry.indexOf('<') + 1, at), prefix);
  return {
    resource: { ...resource, optional: entry.startsWith('pass?') },
    passedTo: principalOf(entry.slice(at + 1)),
  };
}

function fullName(name: string, prefix: string): ActionName {
  return name.includes(':') ? (name as ActionName) : `${prefix}:${name}`;
}

function principalOf(service: string): string {
  return `${service}.amazonaws.com`;
}
