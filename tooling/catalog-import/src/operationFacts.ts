import { readFileSync } from 'node:fs';
import type { ActionName } from '@policywright/catalog';

/** An action that AWS may authorise for an operation. */
export interface AuthorisedAction {
  readonly action: ActionName;
  /** The values of `iam:PassedToService`, before `.amazonaws.com`. */
  readonly passedTo: readonly string[];
}

/** An operation of a page, with all of its actions. */
export interface SourceOperation {
  /** The SDK client that has it, where that is not the client of the page. */
  readonly client: string | undefined;
  readonly name: string;
  readonly actions: readonly AuthorisedAction[];
}

/** The table "API operations" of a page of the Service Authorization Reference. */
export interface OperationPage {
  /** The name of the page: `list_ecs`. */
  readonly page: string;
  readonly prefix: string;
  /** The day on which it was read, `YYYY-MM-DD`. */
  readonly day: string;
  /** Whether it was read to its end. */
  readonly whole: boolean;
  readonly operations: readonly SourceOperation[];
}

/** A member of a request that names a role. */
export interface RoleMember {
  readonly name: string;
  readonly required: boolean;
  /** The service that the role is for, before `.amazonaws.com`, where it was told apart from others. */
  readonly passedTo: string | undefined;
}

/** When an operation asks for an action: for every call, for those with one of some members, or for those without. */
export interface ActionNeed {
  readonly when: 'always' | 'with' | 'without';
  readonly members: readonly string[];
}

/** What is known of operations, as the files of `facts` have it. */
export interface OperationFacts {
  readonly pages: readonly OperationPage[];
  /** By operation, `ecs:RunTask`. */
  readonly roles: ReadonlyMap<string, readonly RoleMember[]>;
  /** By operation, then by action. */
  readonly needs: ReadonlyMap<string, ReadonlyMap<ActionName, ActionNeed>>;
  /** By operation, or by prefix for those that are not listed. */
  readonly tagMembers: ReadonlyMap<string, string>;
  /** What members of requests say, in the lines of `requestMembers.txt`. */
  readonly requests: readonly string[];
  /** What the rule by name found, in the lines of `memberNames.txt`. */
  readonly memberNames: readonly string[];
  /** Full names of actions under "Permission-only actions". */
  readonly permissionOnly: ReadonlySet<string>;
  /** Full names of actions whose name an API operation has, of those that other sources leave open. */
  readonly withOperation: ReadonlySet<string>;
}

/** Reads the files of `facts`; each says in its head what its lines mean. */
export function readOperationFacts(): OperationFacts {
  return {
    pages: readPages(linesOf('operations.txt')),
    roles: new Map(linesOf('roleParameters.txt').map(readRoles)),
    needs: new Map(linesOf('operationNeeds.txt').map(readNeeds)),
    tagMembers: new Map(linesOf('tagMembers.txt').flatMap(readTagMembers)),
    requests: linesOf('requestMembers.txt'),
    memberNames: linesOf('memberNames.txt'),
    permissionOnly: new Set(
      linesOf('permissionOnly.txt').flatMap((line) => {
        const [prefix = '', , , ...names] = line.split(' ');
        return names.map((name) => `${prefix}:${name}`);
      }),
    ),
    withOperation: new Set(
      linesOf('operationNames.txt').flatMap((line) => {
        const [prefix = '', ...names] = line.split(' ');
        return names.map((name) => `${prefix}:${name}`);
      }),
    ),
  };
}

function linesOf(file: string): readonly string[] {
  const text = readFileSync(new URL(`../facts/${file}`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** Reads the lines of `operations.txt`. */
export function readPages(lines: readonly string[]): readonly OperationPage[] {
  const pages: (OperationPage & { readonly operations: SourceOperation[] })[] = [];
  for (const line of lines) {
    const [word, page = '', prefix = '', day = '', whole] = line.split(' ');
    const current = pages.at(-1);
    if (word === 'page') pages.push({ page, prefix, day, whole: whole === 'whole', operations: [] });
    else if (current === undefined) throw new Error(`\`${line}\` stands before the first page`);
    else current.operations.push(readOperation(line, current.prefix));
  }
  return pages;
}

function readOperation(line: string, prefix: string): SourceOperation {
  const [full = '', actions = ''] = line.split(' > ');
  const colon = full.lastIndexOf(':');
  return {
    client: colon < 0 ? undefined : full.slice(0, colon),
    name: full.slice(colon + 1),
    actions: actions.split(' ').map((text) => {
      const [name = '', services = ''] = text.split('=');
      return { action: fullName(name, prefix), passedTo: services === '' ? [] : services.split('|') };
    }),
  };
}

function fullName(name: string, prefix: string): ActionName {
  return name.includes(':') ? (name as ActionName) : `${prefix}:${name}`;
}

function readRoles(line: string): readonly [string, readonly RoleMember[]] {
  const [operation = '', ...members] = line.split(' ');
  return [
    operation,
    members
      .filter((text) => text !== '-')
      .map((text) => {
        const [marked = '', passedTo] = text.split('@');
        const required = marked.endsWith('!');
        return { name: required ? marked.slice(0, -1) : marked, required, passedTo };
      }),
  ];
}

/** Clients that stand in place of the prefix of their actions. */
const CLIENTS: Readonly<Record<string, string>> = { s3control: 's3' };

const WHEN: Readonly<Record<string, ActionNeed['when']>> = { '!': 'always', '?': 'with', '^': 'without' };

function readNeeds(line: string): readonly [string, ReadonlyMap<ActionName, ActionNeed>] {
  const [operation = '', ...needs] = line.split(' ');
  const client = operation.slice(0, operation.indexOf(':'));
  const prefix = CLIENTS[client] ?? client;
  return [
    operation,
    new Map(
      needs.map((text) => {
        const end = text.search(/[!?^]/);
        const members = text.slice(end + 1);
        const when = WHEN[text.charAt(end)] ?? 'with';
        return [
          fullName(text.slice(0, end), prefix),
          { when, members: members === '' ? [] : members.split('|') },
        ];
      }),
    ),
  ];
}

function readTagMembers(line: string): readonly (readonly [string, string])[] {
  const [prefix = '', member = '', ...operations] = line.split(' ');
  if (operations.length === 0) return [[prefix, member]];
  return operations.map((name) => [`${prefix}:${name}`, member]);
}
