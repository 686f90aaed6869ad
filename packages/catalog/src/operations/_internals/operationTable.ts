import { OPERATIONS } from '../../data/operations.gen.ts';
import type { ActionName } from '../../model/action.ts';
import type { Need } from '../../model/operation.ts';

// The compact text of the operations, written by tooling/catalog-import:
//
//   @ecs                                 a service
//   #ecs+ 2026-11-29                     the page list_ecs that was read on that day, with `+` to its end; `#` alone: what
//                                        API models and guides show, but no table
//   CreateCluster RunTask+TagResource?tags+iam:PassRole?role!@ecs|other=ecs|ec2
//                                        operations that have these actions besides their own, or with `>` for `+`
//                                        instead of it: the action, without prefix where it is the service's own, when
//                                        (`!` always, `?` calls with a member, `^` without, `~` perhaps, with one), the members
//                                        (`!` required, `@` the service that a role is for), behind `=` the
//                                        values of iam:PassedToService; services without `.amazonaws.com`

/** An operation as the text has it. */
export interface OperationRow {
  readonly name: string;
  /** The id of the SDK client; empty where no page has the operation. */
  readonly client: string;
  /** Whether it asks for the action of its name. */
  readonly own: boolean;
  readonly actions: readonly AskedAction[];
  /** The page, without `list_`; empty where no page has the operation. */
  readonly page: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly day: string;
}

export interface AskedAction {
  readonly action: ActionName;
  readonly need: Need;
  readonly members: readonly Member[];
  /** Members of requests that do not ask for it. */
  readonly unless: readonly string[];
  /** The values of `iam:PassedToService`. */
  readonly passedTo: readonly string[];
}

export interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly passedTo: string | undefined;
}

/** The operations of a service that are listed, and the pages that were read. */
export interface OperationTable {
  readonly rows: readonly OperationRow[];
  readonly pages: readonly { readonly page: string; readonly day: string; readonly whole: boolean }[];
}

const tables = new Map<string, OperationTable>();

/** @param prefix - of a service of the catalog, so that no more are kept than there are. */
export function operationTable(prefix: string): OperationTable {
  let table = tables.get(prefix);
  if (table === undefined) {
    table = decodeOperations(textOf(prefix), prefix);
    tables.set(prefix, table);
  }
  return table;
}

function textOf(prefix: string): string {
  const head = `\n@${prefix}\n`;
  const start = OPERATIONS.indexOf(head);
  if (start < 0) return '';
  const end = OPERATIONS.indexOf('\n@', start + head.length);
  return OPERATIONS.slice(start + head.length, end < 0 ? undefined : end);
}

/** Reads the lines of a service. */
export function decodeOperations(text: string, prefix: string): OperationTable {
  const rows: OperationRow[] = [];
  const pages: { page: string; day: string; whole: boolean }[] = [];
  let place = { page: '', day: '' };
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) {
      const [name = '', day = ''] = line.slice(1).split(' ');
      const whole = name.endsWith('+');
      place = { page: whole ? name.slice(0, -1) : name, day };
      if (place.page !== '') pages.push({ ...place, whole });
    } else if (line !== '') {
      const end = endOfNames(line);
      const own = line.charAt(end) === '+';
      const actions = line
        .slice(end + 1)
        .split('+')
        .map((field) => readAction(field, prefix));
      for (const full of line.slice(0, end).split(' ')) {
        const colon = full.indexOf(':');
        const client = colon < 0 ? place.page : full.slice(0, colon);
        rows.push({ name: full.slice(colon + 1), client, own, actions, ...place });
      }
    }
  }
  return { rows, pages };
}

function endOfNames(line: string): number {
  const plus = line.indexOf('+');
  const instead = line.indexOf('>');
  return plus < 0 || (instead >= 0 && instead < plus) ? instead : plus;
}

const NEEDS: Readonly<Record<string, Need>> = {
  '!': 'always',
  '?': 'thisCall',
  '^': 'thisCall',
  '~': 'perhaps',
};

function readAction(field: string, prefix: string): AskedAction {
  const equals = field.lastIndexOf('=');
  const passedTo =
    equals < 0
      ? []
      : field
          .slice(equals + 1)
          .split('|')
          .map(principalOf);
  const text = equals < 0 ? field : field.slice(0, equals);
  const end = text.search(/[!?^~]/);
  const name = end < 0 ? text : text.slice(0, end);
  const mark = text.charAt(end);
  const listed = end < 0 || text.length === end + 1 ? [] : text.slice(end + 1).split('|');
  return {
    action: name.includes(':') ? (name as ActionName) : `${prefix}:${name}`,
    need: NEEDS[mark] ?? 'perhaps',
    members: mark === '^' ? [] : listed.map(readMember),
    unless: mark === '^' ? listed : [],
    passedTo,
  };
}

function readMember(field: string): Member {
  const [marked = '', service] = field.split('@');
  const required = marked.endsWith('!');
  return {
    name: required ? marked.slice(0, -1) : marked,
    required,
    passedTo: service === undefined ? undefined : principalOf(service),
  };
}

function principalOf(service: string): string {
  return `${service}.amazonaws.com`;
}
