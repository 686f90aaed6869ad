import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { newProofs, reportSpent } from '../../facts/proofs.ts';
import { covers, knownStatements } from './statementCovers.ts';

/** The statements that another one covers, with the first that does; of two that cover each other, only the later. */
export function coveredStatements(context: LintContext): ReadonlyMap<StatementFacts, StatementFacts> {
  return context.once(findCovered);
}

function findCovered(context: LintContext): ReadonlyMap<StatementFacts, StatementFacts> {
  const found = new Map<StatementFacts, StatementFacts>();
  const proofs = newProofs();
  for (const alike of groupsOf(context)) {
    for (const [index, narrow] of alike.entries()) {
      const by = alike.find(
        (wide, other) =>
          other !== index && covers(wide, narrow, proofs) && (other < index || !covers(narrow, wide, proofs)),
      );
      if (by !== undefined) found.set(narrow, by);
    }
  }
  reportSpent(context, proofs);
  return found;
}

/** Statements of the same effect, with or without principals and resources alike; groups of several. */
export function groupsOf(context: LintContext): readonly (readonly StatementFacts[])[] {
  const groups = new Map<string, StatementFacts[]>();
  for (const facts of knownStatements(context)) {
    const { effect, principal, resource } = facts.statement;
    const shape = JSON.stringify([effect, principal === undefined, resource === undefined]);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, [facts]);
    else group.push(facts);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
