import type { AllowingLayers } from '../decision/layerWeigher.ts';
import { LAYER_BIT } from '../layers/layer.ts';
import { GRADE, type Grades } from '../principal/grade.ts';
import type { CompiledStatement } from '../statement/compiledStatement.ts';

/** The layers that allow a request if some of its statements apply; filled anew for each choice of these. */
export class OpenLayers implements AllowingLayers {
  readonly owner: undefined = undefined;
  readonly #allowing: boolean[];
  grades: Grades = GRADE.none;

  /** @param count - how many layers there are. */
  constructor(count: number) {
    this.#allowing = Array.from({ length: count }, () => false);
  }

  clear(): void {
    this.#allowing.fill(false);
    this.grades = GRADE.none;
  }

  /**
   * @param statement - an Allow that applies.
   * @param grades - at which it grants.
   */
  add(statement: CompiledStatement, grades: Grades): void {
    this.#allowing[statement.layerIndex] = true;
    if (statement.layerBit === LAYER_BIT.resource) this.grades |= grades;
  }

  allows(layer: number): boolean {
    return this.#allowing[layer] === true;
  }
}
