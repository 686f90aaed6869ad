import { pointerTo } from '@policywright/policy';
import type { Condition } from '@policywright/policy';
import type { ActionFacts } from '../../facts/actionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { actionCovers, resourceCovers } from '../../facts/entryCovers.ts';
import { glance } from '../../facts/patternCovers.ts';
import type { Budget } from '../../facts/patternCovers.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';

/**
 * The statements that can cover others or be covered: all but those of which the caller says that it does not know a
 * part. Entries of `Action` and `Resource` are known or not one by one.
 */
export function knownStatements(context: LintContext): readonly StatementFacts[] {
  return context.once(findKnown);
}

function findKnown(context: LintContext): readonly StatementFacts[] {
  const { comparableStatements, hasUnknowns } = context;
  return hasUnknowns
    ? comparableStatements.filter(({ pointer }) => isKnown(context, pointer))
    : comparableStatements;
}

const WHOLE_ELEMENTS = ['Effect', 'Principal', 'NotPrincipal', 'Condition', 'NotAction', 'NotResource'];

function isKnown(context: LintContext, pointer: string): boolean {
  if (context.isUnknown(pointer)) return false;
  return !WHOLE_ELEMENTS.some((name) => hasUnknown(context, pointerTo(pointer, name)));
}

function hasUnknown(context: LintContext, pointer: string): boolean {
  const node = context.nodeAt(pointer);
  if (node === undefined) return false;
  if (context.isUnknown(pointer)) return true;
  if (node.kind === 'array')
    return node.items.some((_, index) => hasUnknown(context, pointerTo(pointer, index)));
  if (node.kind !== 'object') return false;
  return node.members.some(({ name }) => hasUnknown(context, pointerTo(pointer, name.value)));
}

/** Who a statement is about and when it applies, to be compared with that of others. */
export interface StatementScope {
  /** Effect and which elements are negated; a negated principal as a whole. */
  readonly shape: string;
  readonly principals: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
}

const scopes = new WeakMap<StatementFacts, StatementScope>();

/** The scope of a statement, made once. */
export function scopeOf(facts: StatementFacts): StatementScope {
  let scope = scopes.get(facts);
  if (scope === undefined) scopes.set(facts, (scope = readScope(facts)));
  return scope;
}

function readScope({ statement }: StatementFacts): StatementScope {
  const { effect, principal, action, resource, conditions } = statement;
  const entries = (principal?.entries ?? []).map((entry) => JSON.stringify(entry));
  const excepted = principal?.negated === true ? entries.toSorted() : undefined;
  return {
    shape: JSON.stringify([effect, action.negated, resource?.negated, principal === undefined, excepted]),
    principals: new Set(excepted === undefined ? entries : []),
    conditions: new Set(conditions.map(conditionText)),
  };
}

function conditionText({ operator, key, values }: Condition): string {
  return JSON.stringify([operator.text.toLowerCase(), key.toLowerCase(), [...new Set(values)].toSorted()]);
}

/** Whether a statement applies whenever another does, to the same principals, but for actions and resources. */
export function scopeCovers(wide: StatementFacts, narrow: StatementFacts): boolean {
  const [outer, inner] = [scopeOf(wide), scopeOf(narrow)];
  if (outer.shape !== inner.shape || outer.conditions.size > inner.conditions.size) return false;
  return isSubset(inner.principals, outer.principals) && isSubset(outer.conditions, inner.conditions);
}

/** Whether the two are about the same principals on the same conditions. */
export function isSameScope(a: StatementFacts, b: StatementFacts): boolean {
  return scopeCovers(a, b) && scopeCovers(b, a);
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size <= whole.size && [...part].every((item) => whole.has(item));
}

/** Whether the `Action` of a statement takes in whatever a pattern matches. */
export function coversAction({ actionList }: StatementFacts, facts: ActionFacts, budget: Budget): boolean {
  if (actionList.exact.has(facts.lower)) return true;
  return actionList.patterns.some((outer) => {
    if (outer.isEverything) return true;
    return outer.prefix === facts.prefix && glance(budget) && actionCovers(outer, facts, budget);
  });
}

/** Whether the `Resource` of a statement takes in whatever a pattern matches. */
export function coversResource({ resources }: StatementFacts, facts: ResourceFacts, budget: Budget): boolean {
  return resources.some(({ facts: outer, unknown }) => {
    return !unknown && glance(budget) && resourceCovers(outer, facts, budget);
  });
}

/** Whether the `Action` of a statement takes in all entries of that of another; one that is not known is not taken in. */
export function coversActions(wide: StatementFacts, { actions }: StatementFacts, budget: Budget): boolean {
  return actions.every(({ facts, unknown }) => !unknown && coversAction(wide, facts, budget));
}

/** As {@link coversActions}, for `Resource`. */
export function coversResources(
  wide: StatementFacts,
  { resources }: StatementFacts,
  budget: Budget,
): boolean {
  return resources.every(({ facts, unknown }) => !unknown && coversResource(wide, facts, budget));
}
