import { compileArnPattern, compileGlob } from '@policywright/arn';
import { groupCells, patternOf, type FamilyPattern, type TextCell } from '@policywright/arn/family';
import type { ActionRequirement } from '../model/requirement.ts';
import type { Universe } from '../universe/universe.ts';
import { BudgetSpent, type Budget } from '../model/budget.ts';
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

const COLON = 58;
const NOTHING: FamilyPattern = { codes: new Int32Array(0) };
/** Neither prefixes nor names of actions are empty or have a colon: they are like a part of an ARN. */
const PART: readonly number[] = partOfArn();
const ANY_NAME: FamilyPattern = { codes: Int32Array.from(PART) };
const ANY_ACTION: FamilyPattern = { codes: Int32Array.of(...PART, COLON, ...PART) };

/**
 * The cells of actions: for each service that statements name, the actions that are named and those that are not; and the
 * actions of all other services, which no statement tells apart.
 *
 * @param asked - the requirements, and which actions exist.
 */
export function actionCells(asked: ActionsAsked): readonly Cell[] {
  const { requirements } = asked;
  const cells = new CellList(asked);
  const services = [...new Set(requirements.flatMap((requirement) => requirement.asked.services))];
  if (requirements.some((requirement) => requirement.asked.irregular.length > 0)) {
    addAll(cells, services, asked);
    return cells.all();
  }
  for (const service of services) if (!asked.isIdle(service)) addService(cells, service, asked);
  const other = freshName('service', new Set(services));
  if (!asked.isIdle(other)) cells.add(`${other}:action`, false);
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

function addService(cells: CellList, service: string, asked: ActionsAsked): void {
  const { requirements } = asked;
  const names = namedActions([service], asked);
  for (const action of names) cells.add(action, true);
  const texts = new Map<string, FamilyPattern>();
  const groups = requirements.map((requirement) =>
    requirement.asked.patterns(service).map(({ name }) => getOrMake(texts, name, () => glob(name))),
  );
  if (texts.size === 0) cells.add(freshName(`${service}:action`, names), false);
  else addTexts(cells, { prefix: `${service}:`, groups, names, universe: ANY_NAME, budget: asked.budget });
}

/** With patterns that are held to no service, actions are told apart as whole texts, whatever their service. */
function addAll(cells: CellList, services: readonly string[], asked: ActionsAsked): void {
  const names = namedActions(services, asked);
  for (const action of names) cells.add(action, true);
  const groups = asked.requirements.map((requirement) => [
    ...requirement.asked.irregular.map(({ text }) => glob(text)),
    ...services.flatMap((service) =>
      requirement.asked.patterns(service).map(({ name }) => glob(`${service}:${name}`)),
    ),
  ]);
  addTexts(cells, { prefix: '', groups, names, universe: ANY_ACTION, budget: asked.budget });
}

/** The actions that statements list by name, and those that the universe knows. */
function namedActions(services: readonly string[], asked: ActionsAsked): ReadonlySet<string> {
  const names = new Set<string>();
  for (const service of services) {
    for (const requirement of asked.requirements) {
      for (const action of requirement.asked.literals(service)) if (isAction(action)) names.add(action);
    }
    for (const action of asked.universe.actionsOf(service) ?? []) names.add(action);
  }
  return names;
}

/** Texts behind a prefix that are told apart by patterns. */
interface Texts {
  readonly prefix: string;
  readonly groups: readonly (readonly FamilyPattern[])[];
  /** Actions that stand for themselves. */
  readonly names: ReadonlySet<string>;
  readonly universe: FamilyPattern;
  readonly budget: Budget;
}

/** Adds an action for each class of texts, other than those that have names of their own. */
function addTexts(cells: CellList, { prefix, groups, names, universe, budget }: Texts): void {
  const divide = (more: readonly FamilyPattern[]): readonly TextCell[] => {
    const all = [...groups, ...(more.length === 0 ? [] : [more])].map((patterns) => ({ patterns }));
    const found = groupCells(all, { universe: [universe], steps: budget.rest });
    budget.take(found.steps);
    if (found.outcome === 'limit') throw new BudgetSpent({ code: 'pattern-family', about: `${prefix}*` });
    return found.cells.filter((cell) => !cell.groups.includes(groups.length));
  };
  const actionsOf = (divided: readonly TextCell[]): readonly string[] =>
    divided.map(({ text }) => prefix + text.toLowerCase());
  let actions = actionsOf(divide([]));
  // A name that is taken stands for itself alone: once more, and away from those that are.
  if (actions.some((action) => names.has(action))) {
    actions = actionsOf(divide([...names].map((action) => glob(action.slice(prefix.length)))));
  }
  for (const action of actions) cells.add(action, false);
}

/** Letters compare whatever their case, so that a text names no letter that is free in one case only. */
function glob(text: string): FamilyPattern {
  return patternOf(compileGlob(text, { ignoreCase: true })) ?? NOTHING;
}

function isAction(action: string): boolean {
  const colon = action.indexOf(':');
  return colon > 0 && colon < action.length - 1 && action.indexOf(':', colon + 1) < 0;
}

/** What one part of an ARN may be that is not empty: the codes of `?*` before the first colon of an ARN pattern. */
function partOfArn(): readonly number[] {
  const whole = patternOf(compileArnPattern('?*:*:*:*:*:*', { dialect: 'operator' }));
  const codes = [...(whole ?? NOTHING).codes];
  return codes.slice(0, codes.indexOf(COLON));
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
