import { shardActions, type ShardAnswers } from '@policywright/account';
import { catalogInfo } from '@policywright/catalog';
import { CommandError } from '../../../commandError.ts';

/** What a principal can do on a resource: an action a row, the resource being `*` where the action takes none. */
export interface AnswerRow {
  readonly principal: string;
  readonly resource: string;
  readonly action: string;
  /** Whatever context keys are, or for some of them. */
  readonly certainty: Certainty;
}

/** The words of `audit who-can`. */
export type Certainty = 'certainly' | 'perhaps';

/** The columns of a table of answers, in their order. */
export const ANSWER_COLUMNS: readonly (keyof AnswerRow)[] = ['principal', 'resource', 'action', 'certainty'];

/** Action numbers of a row as names, each row once. */
export class RowActions {
  readonly #answers: ShardAnswers;
  readonly #known: Map<number, readonly string[]> = new Map();

  /**
   * @param answers - of parts.
   * @throws CommandError - where they are of a catalog that this version has not.
   */
  constructor(answers: ShardAnswers) {
    if (answers.catalog !== catalogInfo.version)
      throw new CommandError('the parts were made with another version, whose actions have other numbers', {
        help: 'run the parts again with this version',
      });
    this.#answers = answers;
  }

  /** The names of the actions of a row. */
  of(row: number): readonly string[] {
    let names = this.#known.get(row);
    if (names === undefined) {
      names = shardActions(this.#answers, row);
      this.#known.set(row, names);
    }
    return names;
  }
}

/**
 * The rows of a table of answers, one by one: there are far more of them than answers.
 *
 * @param answers - of parts.
 * @throws CommandError - where they are of a catalog that this version has not.
 */
export function* answerRows(answers: ShardAnswers): Generator<AnswerRow> {
  const names = new RowActions(answers);
  const { principals, resources } = answers;
  for (const [principal, resource, certain, possible] of answers.answers) {
    const isCertain = new Set(names.of(certain));
    const pair = { principal: principals[principal] ?? '', resource: resources[resource] ?? '' };
    for (const action of names.of(possible))
      yield { ...pair, action, certainty: isCertain.has(action) ? 'certainly' : 'perhaps' };
  }
}
