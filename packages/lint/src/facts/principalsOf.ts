import type { PrincipalEntry } from '@policywright/policy';
import type { LintContext } from './lintContext.ts';
import type { StatementFacts } from './statementFacts.ts';

/** One principal of a statement with its place. */
export interface PrincipalPlace {
  readonly entry: PrincipalEntry;
  readonly pointer: string;
  readonly negated: boolean;
}

/** The principals of a statement that are known, with their places. */
export function principalsOf(context: LintContext, statement: StatementFacts): readonly PrincipalPlace[] {
  return allPrincipalsOf(context, statement).filter(({ pointer }) => !context.isUnknown(pointer));
}

/** The principals of a statement, those with parts that are not known too; at these places nothing is reported. */
export function allPrincipalsOf(context: LintContext, statement: StatementFacts): readonly PrincipalPlace[] {
  const { principal } = statement.statement;
  if (principal === undefined) return [];
  const base = statement.principalPointer;
  const { negated } = principal;
  const isMap = context.nodeAt(base)?.kind === 'object';
  const counts = new Map<string, number>();
  const lists = new Set<string>();
  return principal.entries.map((entry) => {
    const at = isMap ? `${base}/${entry.kind}` : base;
    const index = counts.get(at) ?? 0;
    if (index === 0 && context.nodeAt(at)?.kind === 'array') lists.add(at);
    counts.set(at, index + 1);
    const pointer = lists.has(at) ? `${at}/${index}` : at;
    return { entry, pointer, negated };
  });
}
