import type { RequestContext } from '@policywright/conditions';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';
import { hasMember, RowDecider, type ReachRow } from './decider.ts';
import { answerPair, type OpenAnswer } from './settlePair.ts';
import { SideCompiler } from './sideCompiler.ts';

/** One principal and one resource, and what else the request says. */
export interface AskedPair {
  readonly principal: PlacedPrincipal;
  readonly resource: PlacedResource;
  readonly context?: RequestContext | undefined;
}

/** The most principals whose sides are kept compiled. */
const MOST_COMPILED = 500;
const CERTAIN: OpenAnswer = { answer: 'certainly', keys: [], gaps: [] };

/** Answers about many pairs: rows for all actions at once first, and only what they leave open by itself. */
export class PairAnswers {
  readonly #landscape: Landscape;
  readonly #decider: RowDecider;
  readonly #numbers: ReadonlyMap<string, number>;
  #resource: PlacedResource | undefined;
  readonly #rows: Map<PlacedPrincipal, ReachRow> = new Map();
  #compiler = new SideCompiler();
  #compiled = 0;

  /**
   * @param landscape - whose pairs they are.
   * @param actions - all that will be asked for.
   */
  constructor(landscape: Landscape, actions: readonly string[]) {
    this.#landscape = landscape;
    this.#decider = new RowDecider(actions);
    this.#numbers = new Map(actions.map((action, number) => [action, number]));
  }

  /**
   * Whether a principal can do something; `undefined` where it cannot. Pairs of one resource after the other cost least.
   *
   * @param action - one of those of the constructor.
   * @param pair - who and on what.
   */
  answer(action: string, pair: AskedPair): OpenAnswer | undefined {
    const number = this.#numbers.get(action);
    if (number !== undefined) {
      const row = this.#row(pair);
      if (!hasMember(row.possible, number)) return undefined;
      if (hasMember(row.certain, number)) return CERTAIN;
    }
    if (this.#compiled++ >= MOST_COMPILED) {
      this.#compiler = new SideCompiler();
      this.#compiled = 0;
    }
    return answerPair(action, { ...pair, landscape: this.#landscape }, this.#compiler);
  }

  #row({ principal, resource }: AskedPair): ReachRow {
    if (this.#resource !== resource) {
      this.#resource = resource;
      this.#rows.clear();
    }
    let row = this.#rows.get(principal);
    if (row === undefined) {
      row = this.#decider.row(principal, resource);
      this.#rows.set(principal, row);
    }
    return row;
  }
}
