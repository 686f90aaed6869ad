import { groupCells, type FamilyPattern, type TextCell } from '@policywright/arn/family';
import type { ResourceRequirement, VariableAtom } from '../model/requirement.ts';
import { BudgetSpent, type Budget } from '../model/budget.ts';

/** A class of resources, and which patterns with policy variables match them for some values of the variables. */
export interface PossibleTruth {
  /** The requirements whose patterns without variables match. */
  readonly inside: ReadonlySet<number>;
  readonly matching: ReadonlySet<VariableAtom>;
  /** How many patterns with variables can come to match. */
  readonly able: number;
  /** A text of the class, whatever the variables are. */
  readonly text: string;
}

/** What the possible truths are made of. */
export interface TruthsAsked {
  readonly requirements: readonly ResourceRequirement[];
  readonly atoms: readonly VariableAtom[];
  /** Of the groups of the requirements, followed by one for each atom: all that it can come to match. */
  readonly cells: readonly TextCell[];
  readonly universe: readonly FamilyPattern[];
  readonly budget: Budget;
}

/** Above so many patterns with variables in one class of resources, their combinations are not gone through. */
const MOST_ATOMS = 8;

/**
 * The combinations of patterns with policy variables that may match a resource at once. Each that matches is filled with
 * values, and whatever else its form alone makes match has to match as well: `home/${u}/docs/*` never without
 * `home/${u}/*`. More combinations than there are may be given, never fewer.
 *
 * @param asked - the patterns.
 */
export function possibleTruths(asked: TruthsAsked): readonly PossibleTruth[] {
  const { atoms, cells, requirements, budget } = asked;
  const forms = atoms.map((atom) => formsOf(atom, asked));
  const truths: PossibleTruth[] = [];
  for (const { groups, text } of cells) {
    const inside = new Set(groups.filter((group) => group < requirements.length));
    const able = atoms
      .map((_, index) => index)
      .filter((index) => groups.includes(requirements.length + index));
    if (able.length > MOST_ATOMS) throw new BudgetSpent({ code: 'policy-variable', about: 'Resource' });
    for (let bits = 0; bits < 1 << able.length; bits++) {
      budget.take(1 + able.length);
      const matching = new Set(able.filter((_, at) => (bits >> at) & 1));
      // A form lies inside a combination when all that it makes match does match.
      const isPossible = [...matching].every((index) =>
        forms[index]?.some((form) =>
          form.every((group) =>
            group < requirements.length ? inside.has(group) : matching.has(group - requirements.length),
          ),
        ),
      );
      if (isPossible)
        truths.push({ inside, matching: new Set(pick(atoms, matching)), able: able.length, text });
    }
  }
  return truths;
}

function pick<T>(list: readonly T[], indexes: ReadonlySet<number>): readonly T[] {
  return list.filter((_, index) => indexes.has(index));
}

/** What else matches wherever a pattern with variables does, for each form that its resources can have. */
function formsOf(
  atom: VariableAtom,
  { requirements, atoms, budget }: TruthsAsked,
): readonly (readonly number[])[] {
  const groups = [
    ...requirements.map(({ patterns }) => ({ patterns })),
    ...atoms.map(({ symbolic }) => ({ patterns: [symbolic] })),
  ];
  const found = groupCells(groups, { universe: [atom.symbolic], steps: budget.rest });
  budget.take(found.steps);
  if (found.outcome === 'limit') throw new BudgetSpent({ code: 'pattern-family', about: 'Resource' });
  return found.cells.map((cell) => cell.groups);
}
