import type { Box } from '../model/box.ts';
import { ACTION, RESOURCE, type Requirement } from '../model/requirement.ts';
import { circumstanceKey, PLAIN, type Circumstance } from '../model/circumstance.ts';
import type { Weigher } from '../model/side.ts';
import { actionCells } from './actionCells.ts';
import type { Budget } from '../model/budget.ts';
import { undominated, type Cell, type Polarity } from './cell.ts';
import { keyCells } from './keyCells.ts';
import { resourceCells } from './resourceCells.ts';
import { outlookOf, UNTOUCHED, type SideState } from './outlook.ts';
import { boxesOf, boxKey, type Problem } from './problem.ts';

/** A way to a wanted request: for each part of it that matters a cell, in the order in which they were chosen. */
export interface Path {
  readonly steps: readonly PathStep[];
  /** Nothing hangs on rules that only some of the actions or resources have. */
  readonly isCertain: boolean;
  /** What bears on the requests beside the action. */
  readonly circumstance: Circumstance;
}

/** A part of the request, what was asked about it, and the cell that was chosen. */
export interface PathStep {
  readonly variable: number;
  readonly requirements: readonly Requirement[];
  readonly cell: Cell;
}

/** Takes a way to a wanted request; says whether the search can end with it. */
export type Take = (path: Path) => boolean;

/** A place in the search. */
interface Place {
  readonly boxes: readonly Box[];
  readonly states: readonly SideState[];
}

/** Looks for a request that comes out in the wanted way, through cells of each part of it in turn. */
export class Search {
  readonly #problem: Problem;
  readonly #budget: Budget;
  readonly #take: Take;
  readonly #boxes: readonly Box[];
  readonly #steps: PathStep[] = [];
  /** Places from which no way leads on. */
  #barren: Set<string> = new Set();
  #barrenByKind: Map<string, Set<string>> = new Map();
  #action = '';
  #isCertain = true;
  #circumstance: Circumstance = PLAIN;
  #weighers: readonly Weigher[] = [];

  /**
   * @param problem - what is looked for.
   * @param budget - how long.
   * @param take - is given each way that is found, until it says that one is enough.
   */
  constructor(problem: Problem, budget: Budget, take: Take) {
    this.#problem = problem;
    this.#budget = budget;
    this.#take = take;
    this.#boxes = boxesOf(problem);
  }

  /**
   * Looks for the first way that is taken.
   *
   * @returns whether one was; if not, there is none but those that were not taken.
   * @throws {@link BudgetSpent} when a limit is met.
   */
  run(): boolean {
    return this.#actions().some((cell) => this.#from(cell));
  }

  /**
   * Looks for a way for each class of actions.
   *
   * @returns the classes for which one was taken.
   * @throws {@link BudgetSpent} when a limit is met.
   */
  runForEach(): readonly Cell[] {
    return this.#actions().filter((cell) => this.#from(cell));
  }

  #actions(): readonly Cell[] {
    const requirements = askedAt(this.#boxes, ACTION).filter((one) => one.kind === 'action');
    return actionCells({
      requirements,
      universe: this.#problem.universe,
      weighing: (action, isNamed) =>
        this.#problem.sides.map((side) => side.weighingOf(action, isNamed)).join('|'),
      isIdle: (service) => this.#isIdle(this.#boxes, service),
      budget: this.#budget,
    });
  }

  /** Looks for a way that begins with some actions. */
  #from(cell: Cell): boolean {
    const requirements = askedAt(this.#boxes, ACTION);
    const states = this.#problem.sides.map(() => UNTOUCHED);
    return this.#turnTo(cell).some((circumstance) => {
      this.#under(circumstance);
      return this.#into({ variable: ACTION, requirements, cell }, { boxes: this.#boxes, states });
    });
  }

  /** Turns to the requests of some actions; gives what may bear on them beside the action. */
  #turnTo({ value }: Cell): readonly Circumstance[] {
    if (value?.kind !== 'actions') return [];
    this.#action = value.actions[0] ?? '';
    const all = new Map<string, Circumstance>();
    for (const side of this.#problem.sides) {
      for (const one of side.circumstances(this.#action, value.whole)) all.set(circumstanceKey(one), one);
    }
    const hangsOnResource = [...all.values()].some(({ rcps }) => rcps === 'lifted');
    this.#isCertain = all.size <= 1 || (value.whole && !hangsOnResource);
    return all.size === 0 ? [PLAIN] : [...all.values()];
  }

  /** Turns to the requests of the same actions under a circumstance; others that are weighed alike lead to the same places. */
  #under(circumstance: Circumstance): void {
    const { sides, universe } = this.#problem;
    this.#circumstance = circumstance;
    this.#weighers = sides.map((side) => side.weigherOf(this.#action, circumstance));
    const kind = [
      universe.classOf(this.#action),
      JSON.stringify(circumstance.resource),
      this.#reserved(this.#action).join(),
      ...this.#weighers.map(({ key }) => key),
    ].join('|');
    const known = this.#barrenByKind.get(kind);
    this.#barren = known ?? new Set();
    if (known === undefined) this.#barrenByKind.set(kind, this.#barren);
  }

  /** Whether nothing about a service can come out as wanted, seen from the names of the actions alone. */
  #isIdle(boxes: readonly Box[], service: string): boolean {
    const { sides, wanted } = this.#problem;
    const about = boxes.filter(
      ({ requirements: [first] }) => first?.kind !== 'action' || first.asked.mayCover(service),
    );
    const silent = sides.some(
      (side, index) =>
        wanted[index] === true &&
        side.needsAllow &&
        !about.some((box) => !box.deny && ((box.sides >> index) & 1) === 1),
    );
    return (
      silent || this.#sameKinds().some(([one, other]) => !about.some((box) => differs(box.sides, one, other)))
    );
  }

  /** The pairs of a side that must allow and one that must not which weigh alike. */
  #sameKinds(): readonly (readonly [number, number])[] {
    const { sides } = this.#problem;
    return pairsOf(this.#problem).filter(([one, other]) => sides[one]?.kind === sides[other]?.kind);
  }

  #into(step: PathStep, { boxes, states }: Place): boolean {
    const met = new Map(
      step.requirements.map((requirement, index) => [requirement, step.cell.met[index] ?? false]),
    );
    const merged = new Map<string, Box>();
    for (const box of boxes) {
      const [first, ...rest] = box.requirements;
      let left = box;
      if (first?.variable === step.variable) {
        if (met.get(first) !== true) continue;
        left = { ...box, requirements: rest };
      }
      const key = boxKey(left);
      const known = merged.get(key);
      merged.set(key, known === undefined ? left : { ...known, sides: known.sides | left.sides });
    }
    this.#steps.push(step);
    const taken = this.#visit({ boxes: [...merged.values()], states });
    this.#steps.pop();
    return taken;
  }

  #visit(place: Place): boolean {
    this.#budget.take(1 + place.boxes.length);
    const left = this.#simplify(place);
    if (left === undefined) return false;
    if (left.boxes.length === 0)
      return this.#take({
        steps: [...this.#steps],
        isCertain: this.#isCertain,
        circumstance: this.#circumstance,
      });
    const variable = Math.min(...left.boxes.map(({ requirements: [first] }) => first?.variable ?? Infinity));
    const key = placeKey(left);
    if (this.#barren.has(key)) return false;
    const requirements = askedAt(left.boxes, variable);
    const polarities = this.#polarities(left.boxes, requirements);
    for (const cell of undominated(this.#cells(variable, requirements, polarities), polarities)) {
      if (this.#into({ variable, requirements, cell }, left)) return true;
    }
    this.#barren.add(key);
    return false;
  }

  /** Takes in what applies for certain and drops what can change nothing; `undefined` where nothing wanted is left. */
  #simplify({ boxes, states }: Place): Place | undefined {
    const { wanted } = this.#problem;
    const next = [...states];
    const open: Box[] = [];
    for (const box of boxes) {
      if (box.requirements.length > 0) open.push(box);
      else this.#apply(next, box);
    }
    const settled = next.map((state, index) => {
      const weigher = this.#weighers[index];
      if (weigher === undefined) return true;
      const { canAllow, canDeny } = outlookOf(state, open, { index, weigher });
      if (wanted[index] === true ? !canAllow : !canDeny) return 'lost';
      return wanted[index] === true ? !canDeny : !canAllow;
    });
    if (settled.includes('lost')) return undefined;
    let mask = 0;
    settled.forEach((isSettled, index) => (mask |= isSettled === true ? 0 : 1 << index));
    const left: Box[] = [];
    for (const box of open) {
      let sides = box.sides & mask;
      for (let side = 0; side < next.length; side++)
        if (((sides >> side) & 1) === 1 && !adds(next[side], this.#weighers[side], box))
          sides &= ~(1 << side);
      if (sides !== 0) left.push(sides === box.sides ? box : { ...box, sides });
    }
    if (mask !== 0 && this.#cannotDiffer(left, next)) return undefined;
    return { boxes: left, states: next };
  }

  /** Takes in a statement that applies. */
  #apply(states: SideState[], { deny, layer, grades, sides }: Box): void {
    states.forEach((state, side) => {
      const weigher = this.#weighers[side];
      if (weigher === undefined || ((sides >> side) & 1) === 0 || ((weigher.inactive >> layer) & 1) === 1)
        return;
      states[side] = deny
        ? { ...state, denied: true }
        : { ...state, layers: state.layers | (1 << layer), grades: state.grades | grades };
    });
  }

  /** A side that must allow and one that must not, of which the same is known and still open, come out alike. */
  #cannotDiffer(boxes: readonly Box[], states: readonly SideState[]): boolean {
    return this.#sameKinds().some(([one, other]) => {
      const a = states[one];
      const b = states[other];
      if (a === undefined || b === undefined) return false;
      if (a.layers !== b.layers || a.grades !== b.grades || a.denied !== b.denied) return false;
      return !boxes.some(({ sides }) => differs(sides, one, other));
    });
  }

  #cells(
    variable: number,
    requirements: readonly Requirement[],
    polarities: readonly Polarity[],
  ): readonly Cell[] {
    const { universe, keys, given } = this.#problem;
    const action = this.#action;
    const budget = this.#budget;
    if (variable === RESOURCE) {
      const own = requirements.filter((one) => one.kind === 'resource');
      return resourceCells({
        requirements: own,
        polarities,
        action,
        universe: universe.resourceForms?.(action) ?? universe.resourcesOf(action),
        partition: given.partition,
        owner: given.parts.callers?.owner,
        must: this.#circumstance.resource,
        never: this.#reserved(action),
        budget,
      });
    }
    const own = requirements.filter((one) => one.kind === 'key');
    const name = keys.name(own[0]?.slot ?? -1);
    const facts = given.factsOf(name, action, universe);
    const excluded = given.excluded(name);
    return keyCells({ requirements: own, polarities, action, name, facts, excluded, budget });
  }

  /** A side that must allow allows nothing on some resources: they need not be looked at. */
  #reserved(action: string): readonly string[] {
    const { sides, wanted } = this.#problem;
    return sides.flatMap((side, index) =>
      wanted[index] === true ? (side.reservedParts?.(action) ?? []) : [],
    );
  }

  /** What meeting each requirement does to the question, by the statements that have it. */
  #polarities(boxes: readonly Box[], requirements: readonly Requirement[]): readonly Polarity[] {
    const polarities = new Map<Requirement, Polarity>();
    for (const {
      deny,
      sides,
      requirements: [first],
    } of boxes) {
      if (first === undefined) continue;
      this.#problem.wanted.forEach((wanted, side) => {
        if (((sides >> side) & 1) === 0) return;
        const polarity = wanted === deny ? 'hurts' : 'helps';
        const known = polarities.get(first) ?? polarity;
        polarities.set(first, known === polarity ? polarity : 'both');
      });
    }
    return requirements.map((requirement) => polarities.get(requirement) ?? 'both');
  }
}

/** Whether a statement can still add something to a side. */
function adds(
  state: SideState | undefined,
  weigher: Weigher | undefined,
  { deny, layer, grades }: Box,
): boolean {
  if (state === undefined || weigher === undefined) return false;
  if (state.denied || ((weigher.inactive >> layer) & 1) === 1) return false;
  return deny || ((state.layers >> layer) & 1) === 0 || (state.grades & grades) !== grades;
}

function askedAt(boxes: readonly Box[], variable: number): readonly Requirement[] {
  const asked = new Set<Requirement>();
  for (const {
    requirements: [first],
  } of boxes)
    if (first?.variable === variable) asked.add(first);
  return [...asked];
}

/** The pairs of a side that must allow and one that must not. */
function pairsOf({ wanted }: Problem): readonly (readonly [number, number])[] {
  const allowed = wanted.flatMap((one, index) => (one ? [index] : []));
  const denied = wanted.flatMap((one, index) => (one ? [] : [index]));
  return allowed.flatMap((one) => denied.map((other) => [one, other] as const));
}

function differs(sides: number, one: number, other: number): boolean {
  return ((sides >> one) & 1) !== ((sides >> other) & 1);
}

function placeKey({ boxes, states }: Place): string {
  const keys = boxes.map((box) => `${boxKey(box)}/${box.sides}`).sort();
  const known = states.map(({ denied, layers, grades }) => (denied ? 'D' : `${layers}.${grades}`));
  return `${known.join()}|${keys.join(';')}`;
}
