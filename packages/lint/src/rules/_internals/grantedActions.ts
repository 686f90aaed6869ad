import { getAction } from '@policywright/catalog';
import { resourcesByService } from '../../facts/resourceFormats.ts';
import { LIMITS } from '../../data/limits.ts';
import { resourceTypesOf } from '../../facts/actionFit.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { NameIndex } from '../../facts/nameIndex.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';

/** The statements of a document that allow and deny without conditions. */
export interface Grants {
  readonly granting: readonly StatementFacts[];
  /** Those that deny on every resource. */
  readonly denying: readonly StatementFacts[];
}

/** What to look for among the actions of statements. */
export interface GrantQuery {
  readonly index: NameIndex;
  /** Whether an action counts where a statement has it. */
  readonly where: (at: StatementFacts, name: string) => boolean;
}

/** Reads the statements that allow and deny without conditions. */
export function grantsOf(context: LintContext): Grants {
  const plain = context.statements.filter(({ conditions }) => conditions.length === 0);
  return {
    granting: plain.filter((at) => at.allows && !hasTooManyResources(context, at)),
    denying: plain.filter((at) => !at.allows && at.coversEveryResource),
  };
}

function hasTooManyResources(context: LintContext, { resources, pointer }: StatementFacts): boolean {
  if (resources.length <= LIMITS.resources) return false;
  context.cut('so many resources in a statement that they are not looked through for wildcards', pointer);
  return true;
}

/** Where each action that is looked for is allowed, unless it is denied. */
export function grantedActions(
  { granting, denying }: Grants,
  { index, where }: GrantQuery,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const at of granting) {
    for (const { name, pointer } of actionsOf(at, index)) {
      if (found.has(name) || !where(at, name)) continue;
      if (!denying.some((candidate) => candidate.matchesAction(name))) found.set(name, pointer);
    }
  }
  return found;
}

function actionsOf(
  at: StatementFacts,
  index: NameIndex,
): readonly { readonly name: string; readonly pointer: string }[] {
  const { actionPointer } = at;
  if (at.statement.action.negated)
    return index.names
      .filter((name) => at.matchesAction(name))
      .map((name) => ({ name, pointer: actionPointer }));
  return at.actions.flatMap((entry) =>
    entry.unknown ? [] : index.matching(entry.facts).map((name) => ({ name, pointer: entry.pointer })),
  );
}

/**
 * Whether the resources of an action are all of an account: `*`, or for each type that the statement takes in an
 * ARN whose name is nothing but wildcards.
 */
export function isOnAnyResource(at: StatementFacts, name: string): boolean {
  const { statement, resources } = at;
  if (statement.resource === undefined || statement.resource.negated) return statement.resource !== undefined;
  if (resources.some(({ facts }) => facts.isEverything)) return true;
  const action = getAction(name);
  const types = action === undefined ? [] : resourceTypesOf(action);
  const byService = resourcesByService(at);
  const matched = types.filter((type) => byService.canBe(type));
  return matched.length > 0 && matched.every((type) => byService.some(type, isWide));
}

/** A name that is nothing but wildcards; a path in front of it, as in `role/service-role/*`, says which. */
function isWide({ fields, hasVariable, unknown }: ResourceFacts): boolean {
  return !hasVariable && !unknown && /^(?:[\w-]+[/:])?\*+(?:[/:]\*+)*$/.test(fields[5] ?? '*');
}
