import { settle, type LayerAnswers } from '../decision/settle.ts';

/** What is the same for all actions of a row. */
export type RowAnswers = Pick<
  LayerAnswers,
  | 'caller'
  | 'sameAccount'
  | 'samePartition'
  | 'resourcePolicyKind'
  | 'resourcePolicyGiven'
  | 'needsBothSides'
  | 'federatedByRoot'
  | 'hasSession'
>;

/** Numbers of inputs that together allow a request. */
export type AllowTerm = readonly number[];

/**
 * Inputs by number: 0 to 3 the grades of the resource policy (account, user, role, direct), 4 identity-based
 * policies, 5 boundary, 6 session policies.
 */
const INPUTS = 7;
const IDENTITY = 4;
const BOUNDARY = 5;
const SESSION = 6;

/**
 * Turns `settle` into a few terms for sets of actions: a request is allowed if all inputs of some term are.
 * They are found by asking `settle` for every combination, so that bulk and single decisions cannot differ.
 */
export class AllowTerms {
  readonly #known: Map<string, readonly AllowTerm[]> = new Map();

  /**
   * The terms for a row.
   *
   * @param answers - what is the same for all its actions.
   * @param inputs - the sets by number; an absent one is no input.
   */
  of(answers: RowAnswers, inputs: readonly unknown[]): readonly AllowTerm[] {
    const { caller, sameAccount, samePartition, resourcePolicyKind, hasSession } = answers;
    const { needsBothSides, federatedByRoot } = answers;
    const hasBoundary = inputs[BOUNDARY] !== undefined;
    const facts = [sameAccount, samePartition, hasSession, hasBoundary, needsBothSides, federatedByRoot];
    const key = [caller.kind, resourcePolicyKind, ...facts].join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const terms = findTerms(answers, hasBoundary);
    this.#known.set(key, terms);
    return terms;
  }
}

function findTerms(answers: RowAnswers, hasBoundary: boolean): readonly AllowTerm[] {
  const allowing: number[] = [];
  for (let inputs = 0; inputs < 1 << INPUTS; inputs++) {
    const has = (input: number): boolean => ((inputs >> input) & 1) === 1;
    const settlement = settle({
      ...answers,
      grant: 'none',
      grades: inputs & 15,
      identityAllows: has(IDENTITY),
      boundaryAllows: !hasBoundary || answers.federatedByRoot || has(BOUNDARY),
      sessionAllows: has(SESSION),
    });
    if (settlement.decision === 'Allow') allowing.push(inputs);
  }
  // INVARIANT: `settle` never denies for being given more, so the least combinations tell all of them.
  const least = allowing.filter(
    (inputs) => !allowing.some((other) => other !== inputs && (other & inputs) === other),
  );
  return least.map((inputs) =>
    Array.from({ length: INPUTS }, (_, i) => i).filter((i) => ((inputs >> i) & 1) === 1),
  );
}
