import { compileGlob } from '@policywright/arn';
import { groupCells, patternOf, type FamilyPattern } from '@policywright/arn/family';
import type { ActionRequirement } from '../model/requirement.ts';
import type { Universe } from '../universe/universe.ts';
import { BudgetSpent, type Budget } from './budget.ts';
import type { Cell } from './cell.ts';

/** What the cells of actions are made of. */
export interface ActionsAsked {
  readonly requirements: readonly ActionRequirement[];
  readonly universe: Universe;
  /** A word that is the same for actions whose layers are weighed alike. */
  readonly weighing: (action: string, isNamed: boolean) => string;
  /** Whether actions of a service, all of them, can be left out since the answer is known for them. */
  readonly isIdle: (service: string) => boolean;
  readonly budget: Budget;
}

const NOTHING: FamilyPattern = { codes: new Int32Array(0) };
/** Actions of any service: a prefix without a colon, and a name. */
const ANY_ACTION: FamilyPattern = glob('?*:?*');
const ANY_NAME: FamilyPattern = glob('?*');

/**
 * The cells of actions: for each service that statements name, the actions that are named and those that are not; and the
 * actions of all other services, which no statement tells apart.
 *
 * @param asked - the requirements, and which actions exist.
 */
export function actionCells(asked: ActionsAsked): readonly Cell[] {
  const { requirements } = asked;
  const cells = new CellList(asked);
  const named = new Set(requirements.flatMap((requirement) => requirement.asked.services));
  for (const service of named) if (!asked.isIdle(service)) addService(cells, service, asked);
  const irregular = requirements.some((requirement) => requirement.asked.irregular.length > 0);
  if (irregular) addOutside(cells, named, asked);
  else {
    const other = freshName('service', named);
    if (!asked.isIdle(other)) cells.add(`${other}:action`, false);
  }
  return cells.all();
}

interface ActionClass {
  readonly met: readonly boolean[];
  readonly actions: string[];
  readonly named: string[];
  whole: boolean;
}

/** Gathers actions by what they meet. */
class CellList {
  readonly #asked: ActionsAsked;
  readonly #cells: Map<string, ActionClass> = new Map();

  constructor(asked: ActionsAsked) {
    this.#asked = asked;
  }

  /**
   * @param action - in lower case.
   * @param alone - no other action is added with it.
   */
  add(action: string, alone: boolean): void {
    const { requirements, universe, weighing, budget } = this.#asked;
    budget.take(1 + requirements.length);
    const met = requirements.map((requirement) => requirement.asked.covers(action));
    const key = `${met.map(Number).join('')} ${universe.classOf(action)} ${weighing(action, alone)}`;
    const known = this.#cells.get(key);
    const named = alone ? [action] : [];
    if (known === undefined) this.#cells.set(key, { met, actions: [action], named, whole: alone });
    else {
      known.named.push(...named);
      known.actions.push(action);
      known.whole &&= alone;
    }
  }

  all(): readonly Cell[] {
    return Array.from(this.#cells.values(), ({ met, ...value }) => ({
      met,
      value: { kind: 'actions', ...value },
    }));
  }
}

function addService(
  cells: CellList,
  service: string,
  { requirements, universe, budget }: ActionsAsked,
): void {
  const known = universe.actionsOf(service);
  const names = new Set(requirements.flatMap(({ asked }) => [...asked.literals(service)]));
  for (const action of new Set([...names, ...(known ?? [])])) if (isAction(action)) cells.add(action, true);
  const taken = new Set([...names, ...(known ?? [])]);
  const groups = requirements.map(({ asked }) => asked.patterns(service));
  const texts = new Map<string, FamilyPattern>();
  const patterns = groups.map((group) => group.map(({ name }) => getOrMake(texts, name, () => glob(name))));
  if (texts.size === 0) {
    cells.add(freshName(`${service}:action`, taken), false);
    return;
  }
  const texted = patterns.map((group) => ({ patterns: group }));
  const found = groupCells(texted, { universe: [ANY_NAME], steps: budget.rest });
  budget.take(found.steps);
  if (found.outcome === 'limit') throw new BudgetSpent({ code: 'pattern-family', about: service });
  const clash = found.cells.some(({ text }) => taken.has(`${service}:${text.toLowerCase()}`));
  if (!clash) {
    for (const { text } of found.cells) cells.add(`${service}:${text.toLowerCase()}`, false);
    return;
  }
  // A name that is taken stands for itself alone: once more, and away from those that are.
  const takenNames = { patterns: [...taken].map((action) => glob(action.slice(service.length + 1))) };
  const apart = groupCells([...texted, takenNames], { universe: [ANY_NAME], steps: budget.rest });
  budget.take(apart.steps);
  if (apart.outcome === 'limit') throw new BudgetSpent({ code: 'pattern-family', about: service });
  for (const { groups: inside, text } of apart.cells) {
    if (!inside.includes(texted.length)) cells.add(`${service}:${text.toLowerCase()}`, false);
  }
}

/** With patterns that are held to no service, the actions of the services that are not named are told apart as texts. */
function addOutside(
  cells: CellList,
  named: ReadonlySet<string>,
  { requirements, budget }: ActionsAsked,
): void {
  const groups = requirements.map(({ asked }) => ({
    patterns: [...asked.irregular.map(({ text }) => glob(text)), ...(asked.every ? [ANY_ACTION] : [])],
  }));
  const services = { patterns: [...named].map((service) => glob(`${service}:*`)) };
  const found = groupCells([...groups, services], { universe: [ANY_ACTION], steps: budget.rest });
  budget.take(found.steps);
  if (found.outcome === 'limit') throw new BudgetSpent({ code: 'pattern-family', about: 'Action' });
  for (const { groups: inside, text } of found.cells) {
    if (!inside.includes(groups.length)) cells.add(text.toLowerCase(), false);
  }
}

/** Letters compare whatever their case, so that a text names no letter that is free in one case only. */
function glob(text: string): FamilyPattern {
  return patternOf(compileGlob(text, { ignoreCase: true })) ?? NOTHING;
}

function isAction(action: string): boolean {
  return action.length > action.indexOf(':') + 1;
}

function getOrMake<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** A name that is not among some others. */
function freshName(wish: string, taken: ReadonlySet<string>): string {
  let name = wish;
  for (let number = 2; taken.has(name); number++) name = `${wish}${number}`;
  return name;
}
