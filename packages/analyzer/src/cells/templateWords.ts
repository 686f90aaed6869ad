import { groupCells, type FamilyLimits, type PatternGroup } from '@policywright/arn/family';
import type { Truth } from '@policywright/conditions';
import type { TemplateForm } from './templateForms.ts';

/** How values with policy variables have come out, by their keys. */
export type TruthOfForm = ReadonlyMap<string, Truth>;

/**
 * What a text also matches when it matches a value with policy variables, whatever they stand for: `home/${u}/docs/x` is
 * in `home/${u}/*` and in `home/*`, too.
 */
export class TemplateWords {
  /** How many steps it took. */
  readonly steps: number;
  readonly #groups: number;
  readonly #forms: readonly TemplateForm[];
  /** For each form the sets of groups and, behind these, of forms that its words are in; `undefined` where unknown. */
  readonly #words: readonly (readonly (readonly number[])[] | undefined)[];

  /**
   * @param groups - groups without variables.
   * @param forms - values with variables.
   * @param limits - how far to go; beyond, nothing is known.
   */
  constructor(groups: readonly PatternGroup[], forms: readonly TemplateForm[], limits: FamilyLimits) {
    const all = [
      ...groups,
      ...forms.map(({ symbolic }) => ({ patterns: symbolic === undefined ? [] : [symbolic] })),
    ];
    let steps = 0;
    this.#groups = groups.length;
    this.#forms = forms;
    this.#words = forms.map(({ symbolic }) => {
      if (symbolic === undefined) return undefined;
      const found = groupCells(all, { ...limits, universe: [symbolic] });
      steps += found.steps;
      return found.outcome === 'cells' ? found.cells.map((cell) => cell.groups) : undefined;
    });
    this.steps = steps;
  }

  /**
   * @param inside - the groups that a text is in.
   * @param truths - what the values with variables are of it.
   * @returns whether that can be; yes, too, where it is not known.
   */
  isPossible(inside: ReadonlySet<number>, truths: TruthOfForm): boolean {
    return this.#forms.every(({ key }, index) => {
      const words = this.#words[index];
      if (truths.get(key) !== 1 || words === undefined) return true;
      // A text of the form is an instance of one of its words, and is wherever the word is.
      return words.some((groups) =>
        groups.every((group) => {
          if (group < this.#groups) return inside.has(group);
          return truths.get(this.#forms[group - this.#groups]?.key ?? '') === 1;
        }),
      );
    });
  }
}
