import { expandActions, getAction, getService, type Action, type ActionName } from '@policywright/catalog';
import type { ActionFacts } from './actionFacts.ts';

/** What the catalog has for one entry of `Action` or `NotAction`; apart from the entry, so that only rules load it. */
class CatalogActions {
  readonly #facts: ActionFacts;
  #action: Action | null | undefined;
  #expanded: readonly ActionName[] | undefined;
  #actions: readonly Action[] | undefined;
  #permissionsManagement: readonly string[] | undefined;

  constructor(facts: ActionFacts) {
    this.#facts = facts;
  }

  get action(): Action | undefined {
    const { hasWildcard, text } = this.#facts;
    if (this.#action === undefined) this.#action = hasWildcard ? null : (getAction(text) ?? null);
    return this.#action ?? undefined;
  }

  get expanded(): readonly ActionName[] {
    return (this.#expanded ??= this.#expand());
  }

  get actions(): readonly Action[] {
    return (this.#actions ??=
      this.action === undefined ? this.expanded.flatMap((name) => getAction(name) ?? []) : [this.action]);
  }

  get permissionsManagement(): readonly string[] {
    return (this.#permissionsManagement ??= this.actions
      .filter(({ accessLevels }) => accessLevels.includes('Permissions management'))
      .map(({ fullName }) => fullName));
  }

  #expand(): readonly ActionName[] {
    const { action } = this;
    return action === undefined ? expandActions(this.#facts.text) : [action.fullName];
  }
}

const known = new WeakMap<ActionFacts, CatalogActions>();

function inCatalog(facts: ActionFacts): CatalogActions {
  let found = known.get(facts);
  if (found === undefined) known.set(facts, (found = new CatalogActions(facts)));
  return found;
}

/** The action, where an entry names exactly one without wildcards. */
export function actionOf(facts: ActionFacts): Action | undefined {
  return inCatalog(facts).action;
}

/** The names of the catalog's actions that an entry matches. */
export function expandedActions(facts: ActionFacts): readonly ActionName[] {
  return inCatalog(facts).expanded;
}

/** The catalog's actions that an entry matches, in full. */
export function catalogActions(facts: ActionFacts): readonly Action[] {
  return inCatalog(facts).actions;
}

/** The catalog's actions that an entry matches and whose access level is permissions management. */
export function managingActions(facts: ActionFacts): readonly string[] {
  return inCatalog(facts).permissionsManagement;
}

/** Whether an entry has a literal prefix that the catalog knows. */
export function hasKnownService({ prefix }: ActionFacts): boolean {
  return getService(prefix) !== undefined;
}
