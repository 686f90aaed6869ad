import { serviceOf } from '../../_internals/registry.ts';
import { parseTemplate } from '../../_internals/template.ts';
import { NAMED_MEMBERS } from '../../data/memberNames.gen.ts';
import { getAction } from '../../lookup/getAction.ts';
import { getResourceType } from '../../lookup/getResourceType.ts';

/** The codes of the data, in the order of the members that a service lists. */
const MEMBER_CODES: string =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#%&()*+,-/:;<=>?@[]^_{|}~';
/** Stands for an action of whose requests no rule says anything. */
const NONE = '.';

interface NamedMembers {
  readonly members: readonly string[];
  /** A code for each action of the service, by name in code point order. */
  readonly codes: string;
  readonly names: readonly string[];
}

const known = new Map<string, NamedMembers | undefined>();

/**
 * What the rule by name found for an operation, frozen as tooling/catalog-import/facts/memberNames.txt has it. The data has one
 * code for each action; the entry is made of the one resource type of the action and its members.
 *
 * @param prefix - of a service of the catalog.
 * @param name - of the operation, as its action is called.
 * @returns an entry in the notation of the facts.
 */
export function namedMembers(prefix: string, name: string): string | undefined {
  if (!known.has(prefix)) known.set(prefix, membersOf(prefix));
  const ofService = known.get(prefix);
  const action = ofService === undefined ? undefined : getAction(`${prefix}:${name}`);
  const [type] = action?.resourceTypes ?? [];
  if (ofService === undefined || action === undefined || type === undefined) return undefined;
  const code = ofService.codes.charAt(ofService.names.indexOf(action.name));
  const members = ofService.members[MEMBER_CODES.indexOf(code)];
  if (code === '' || code === NONE || members === undefined) return undefined;
  return `${type.name.replaceAll(' ', '_')}(${spelled(members, prefix, type.name)})`;
}

function membersOf(prefix: string): NamedMembers | undefined {
  const head = `\n${prefix} `;
  const start = NAMED_MEMBERS.indexOf(head);
  const service = serviceOf(prefix);
  if (start < 0 || service === undefined) return undefined;
  const end = NAMED_MEMBERS.indexOf('\n', start + 1);
  const [members = '', codes = ''] = NAMED_MEMBERS.slice(start + head.length, end).split(' ');
  return { members: members.split(';'), codes, names: service.actionTable.names.toSorted(byCodePoint) };
}

/** `=` stands for the variables of the ARN as they are, `~` for them with a small first letter. */
function spelled(members: string, prefix: string, typeName: string): string {
  if (members !== '=' && members !== '~') return members;
  // INVARIANT: the rule takes types with one form of ARN alone.
  const [format = ''] = getResourceType(prefix, typeName)?.arnFormats ?? [];
  const variables = parseTemplate(format).variables.filter((name) => !SCOPED.has(name));
  return variables
    .map((name) => (members === '=' ? name : name.charAt(0).toLowerCase() + name.slice(1)))
    .join();
}

const SCOPED: ReadonlySet<string> = new Set(['Partition', 'Region', 'Account']);

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
