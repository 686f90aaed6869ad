import type { Action, ActionName } from '@policywright/catalog';
import { dependentsOf } from './dependentsOf.ts';
import type {
  ActionNeed,
  AuthorisedAction,
  OperationFacts,
  OperationPage,
  RoleMember,
  SourceOperation,
} from './operationFacts.ts';
import { byCodePoint, type SourceService } from './sourceCatalog.ts';

/** When a call asks for an action, as far as is known. */
export type Need = 'always' | 'thisCall' | 'perhaps';

/** An action that an operation can ask for, and when. */
export interface MarkedAction extends AuthorisedAction {
  readonly need: Need;
  /** Members of the request that bring the need; those that name roles say more. */
  readonly members: readonly RoleMember[];
  /** Members of the request that take it away. */
  readonly unless: readonly string[];
}

/** An operation that asks for more than, or other than, the action of its name. */
export interface MarkedOperation {
  readonly client: string | undefined;
  readonly name: string;
  /** Whether it asks for the action of its own name, which is not among `actions` then. */
  readonly own: boolean;
  readonly actions: readonly MarkedAction[];
}

/** The operations of a page, or of a service those that only the API models show (`page` is empty). */
export interface MarkedPage extends Omit<OperationPage, 'operations'> {
  readonly operations: readonly MarkedOperation[];
}

const PASS_ROLE: ActionName = 'iam:PassRole';

/**
 * Says of each action that AWS may authorise for an operation when a call asks for it: from `operationNeeds.txt` and
 * the members of the request that bring tags and roles. What nothing is known of is `perhaps`. Services and actions that
 * the catalog does not have are left out.
 */
export function markOperations(
  facts: OperationFacts,
  services: readonly SourceService[],
): readonly MarkedPage[] {
  const marker = new Marker(facts, services);
  const prefixes = new Set(services.map(({ prefix }) => prefix));
  const pages = facts.pages.filter(({ prefix }) => prefixes.has(prefix)).map((page) => marker.page(page));
  const rest = marker.rest().filter(({ prefix }) => prefixes.has(prefix));
  return [...pages, ...rest].sort(
    (a, b) =>
      byCodePoint(a.prefix, b.prefix) ||
      Number(b.page === `list_${b.prefix}`) - Number(a.page === `list_${a.prefix}`) ||
      // What is on no page comes last.
      Number(a.page === '') - Number(b.page === '') ||
      byCodePoint(a.page, b.page),
  );
}

class Marker {
  readonly #facts: OperationFacts;
  readonly #actions = new Map<string, Action>();
  /** Operations whose role members stand with an action. */
  readonly #withRoles = new Set<string>();

  constructor(facts: OperationFacts, services: readonly SourceService[]) {
    this.#facts = facts;
    for (const { actions } of services)
      for (const action of actions) this.#actions.set(action.fullName.toLowerCase(), action);
  }

  page({ operations, ...page }: OperationPage): MarkedPage {
    const marked = operations.map((operation) => this.#operation(page.prefix, operation));
    // Names that differ in letter case alone are no difference.
    return { ...page, operations: marked.filter(({ own, actions }) => !own || actions.length > 0) };
  }

  #operation(prefix: string, { client, name, actions }: SourceOperation): MarkedOperation {
    const operation = {
      full: `${prefix}:${name}`,
      ofClient: client === undefined ? undefined : `${client}:${name}`,
    };
    const own = this.#actions.get(operation.full.toLowerCase());
    const needs = lookUp(this.#facts.needs, operation);
    // What only calls without a member ask for is no action that every call asks for.
    const isOwn = (action: ActionName): boolean =>
      action === own?.fullName && needs?.get(action)?.when !== 'without';
    const hasOwn = actions.some(({ action }) => isOwn(action));
    const others = actions.filter(({ action }) => !isOwn(action) && this.#actions.has(action.toLowerCase()));
    const marked = others.map((action) => this.#mark(operation, action, hasOwn ? [] : others));
    const listed = new Set(others.map(({ action }) => action));
    const added = [...(needs?.keys() ?? [])].filter((action) => !isOwn(action) && !listed.has(action));
    // AWS's table leaves out some operations' own action, which they cannot do without.
    const isMissing =
      !hasOwn && own !== undefined && own.permissionOnly !== true && !listed.has(own.fullName);
    const missing = new Set([...added, ...(isMissing ? [own.fullName] : [])]);
    const more = [...missing].map((action) => this.#mark(operation, { action, passedTo: [] }, []));
    return {
      client,
      name: hasOwn && own !== undefined ? own.name : name,
      own: hasOwn,
      actions: [...marked, ...more].sort(byNeed),
    };
  }

  /** Operations of which no table says that they pass a role, but a member of the request or the reference does. */
  rest(): readonly MarkedPage[] {
    const pages = new Map<string, MarkedOperation[]>();
    const dependent = [...this.#actions.values()]
      .filter((action) => dependentsOf(action).includes(PASS_ROLE))
      .map(({ fullName }) => fullName);
    const operations = new Set([...this.#facts.roles.keys(), ...dependent]);
    for (const operation of [...operations].sort(byCodePoint)) {
      if (this.#withRoles.has(operation)) continue;
      const members = this.#facts.roles.get(operation) ?? [];
      const [prefix = '', name = ''] = operation.split(':');
      const own = this.#actions.has(operation.toLowerCase());
      const actions = [{ action: PASS_ROLE, passedTo: [], need: 'perhaps' as const, members, unless: [] }];
      const list = pages.get(prefix) ?? [];
      list.push({ client: undefined, name, own, actions });
      pages.set(prefix, list);
    }
    return [...pages].map(([prefix, operations]) => ({
      page: '',
      prefix,
      day: '',
      whole: false,
      operations,
    }));
  }

  /** @param instead - all actions of an operation that does not ask for its own. */
  #mark(
    operation: OperationKey,
    authorised: AuthorisedAction,
    instead: readonly AuthorisedAction[],
  ): MarkedAction {
    const needs = lookUp(this.#facts.needs, operation);
    const need = needs?.get(authorised.action);
    if (need !== undefined) return { ...authorised, ...asNeeded(need) };
    if (authorised.action === PASS_ROLE) return this.#pass(operation, authorised);
    const tags = this.#tagMember(operation.full, authorised.action);
    if (tags !== undefined) return { ...authorised, need: 'thisCall', members: [asMember(tags)], unless: [] };
    const tagsItself = IS_TAGGING.test(nameOf(operation.full));
    const main = instead.filter(
      (one) => one.action !== PASS_ROLE && (tagsItself || !this.#isTagging(one.action)),
    );
    // Where facts name what is always needed, what they leave out is not.
    const alone = needs === undefined && main.length === 1 && main[0] === authorised;
    return { ...authorised, need: alone ? 'always' : 'perhaps', members: [], unless: [] };
  }

  #pass(operation: OperationKey, authorised: AuthorisedAction): MarkedAction {
    const members = lookUp(this.#facts.roles, operation) ?? [];
    this.#withRoles.add(operation.full);
    const named = members.some(({ required }) => required) ? 'always' : 'thisCall';
    return { ...authorised, need: members.length === 0 ? 'perhaps' : named, members, unless: [] };
  }

  /** The member that brings tags, where an operation is no operation of tagging itself. */
  #tagMember(operation: string, action: ActionName): string | undefined {
    if (!this.#isTagging(action) || IS_TAGGING.test(nameOf(operation))) return undefined;
    const { tagMembers } = this.#facts;
    const listed = tagMembers.get(operation);
    if (listed !== undefined) return listed === '-' ? undefined : listed;
    return tagMembers.get(operation.slice(0, operation.indexOf(':')));
  }

  #isTagging(action: ActionName): boolean {
    return this.#actions.get(action.toLowerCase())?.accessLevels.includes('Tagging') === true;
  }
}

/** An operation by prefix and name, and by client and name where another client than that of the page has it. */
interface OperationKey {
  readonly full: string;
  readonly ofClient: string | undefined;
}

/** What is known of the operation of a client, or else of all operations of its name. */
function lookUp<T>(facts: ReadonlyMap<string, T>, { full, ofClient }: OperationKey): T | undefined {
  return (ofClient === undefined ? undefined : facts.get(ofClient)) ?? facts.get(full);
}

function asNeeded({ when, members }: ActionNeed): Pick<MarkedAction, 'need' | 'members' | 'unless'> {
  return {
    need: when === 'always' ? 'always' : 'thisCall',
    members: when === 'with' ? members.map((name) => asMember(name)) : [],
    unless: when === 'without' ? members : [],
  };
}

function asMember(name: string): RoleMember {
  return { name, required: false, passedTo: undefined };
}

function nameOf(operation: string): string {
  return operation.slice(operation.indexOf(':') + 1);
}

const NEEDS: readonly Need[] = ['always', 'thisCall', 'perhaps'];

function byNeed(a: MarkedAction, b: MarkedAction): number {
  return NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need) || byCodePoint(a.action, b.action);
}

const IS_TAGGING = /^(?:un)?tag|^(?:add|remove|put|delete|create|update|set)\w*tag/i;
