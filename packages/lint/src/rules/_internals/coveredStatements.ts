import { PatternIndex } from '@policywright/analyzer/cover';
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
    const places = new Map(alike.statements.map((facts, index) => [facts, index]));
    for (const [index, narrow] of alike.statements.entries()) {
      const by = alike.above(narrow).find((wide) => {
        if (wide === narrow || !covers(wide, narrow, proofs)) return false;
        return (places.get(wide) ?? index) < index || !covers(narrow, wide, proofs);
      });
      if (by !== undefined) found.set(narrow, by);
    }
  }
  reportSpent(context, proofs);
  return found;
}

/** Of so few statements each is looked at: to sort their resources would cost more. */
const FEW = 50;

/** Statements of the same effect, with or without principals and resources alike. */
export class AlikeStatements {
  readonly statements: readonly StatementFacts[];
  /** Those that do not name their resources one by one: they may cover any. */
  readonly #others: ReadonlySet<StatementFacts>;
  readonly #byText: PatternIndex<{ readonly facts: StatementFacts; readonly text: string }> | undefined;

  /** @param statements - in the order of the document. */
  constructor(statements: readonly StatementFacts[]) {
    this.statements = statements;
    this.#others = new Set(statements.filter((facts) => !hasList(facts)));
    if (statements.length <= FEW) return;
    const entries = statements.flatMap((facts) =>
      facts.resources.map((entry) => ({ facts, text: entry.facts.text })),
    );
    this.#byText = new PatternIndex(entries, ({ text }) => text);
  }

  /** Those that may cover all resources of a statement, in their order. */
  above(narrow: StatementFacts): readonly StatementFacts[] {
    const [first] = narrow.resources;
    if (first === undefined || this.#byText === undefined || !hasList(narrow)) return this.statements;
    const near = this.naming(first.facts.text);
    return this.statements.filter((facts) => near.has(facts) || this.#others.has(facts));
  }

  /** Those of which a resource may cover one, in their order. */
  naming(resource: string): ReadonlySet<StatementFacts> {
    return new Set(this.#byText?.above(resource).map(({ facts }) => facts) ?? this.statements);
  }
}

/** Whether a statement names resources: what is excepted cannot be compared one by one. */
export function hasList({ statement: { resource } }: StatementFacts): boolean {
  return resource !== undefined && !resource.negated;
}

/** The groups of several statements that are alike. */
export function groupsOf(context: LintContext): readonly AlikeStatements[] {
  return context.once(findGroups);
}

function findGroups(context: LintContext): readonly AlikeStatements[] {
  const groups = new Map<string, StatementFacts[]>();
  for (const facts of knownStatements(context)) {
    const { effect, principal, resource } = facts.statement;
    const shape = `${effect} ${String(principal === undefined)} ${String(resource === undefined)}`;
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, [facts]);
    else group.push(facts);
  }
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((statements) => new AlikeStatements(statements));
}
