import { actionsCover, resourcesCover, scopeCovers, type PatternProofs } from '@policywright/analyzer/cover';
import { pointerTo, type ListElement } from '@policywright/policy';
import type { LintContext } from '../../facts/lintContext.ts';
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

/** Whether an action or a resource of a statement is not known. */
export function hasUnknownEntry({ actions, resources }: StatementFacts): boolean {
  return [...actions, ...resources].some(({ unknown }) => unknown);
}

/** Whether the two are about the same principals on the same conditions. */
export function isSameScope({ statement: a }: StatementFacts, { statement: b }: StatementFacts): boolean {
  return scopeCovers(a, b) && scopeCovers(b, a);
}

/** Whether a statement covers another, by what is known of it; one that is not known in whole is not covered. */
export function covers(wide: StatementFacts, narrow: StatementFacts, proofs: PatternProofs): boolean {
  return scopeCovers(wide.statement, narrow.statement) && coversRequests(wide, narrow, proofs);
}

/** Whether a statement is about all actions on all resources that another is about, principals and conditions aside. */
export function coversRequests(wide: StatementFacts, narrow: StatementFacts, proofs: PatternProofs): boolean {
  return coversActions(wide, narrow, proofs) && coversResources(wide, narrow, proofs);
}

/** Whether the actions of a statement take in all those of another. */
export function coversActions(wide: StatementFacts, narrow: StatementFacts, proofs: PatternProofs): boolean {
  if (narrow.actions.some(({ unknown }) => unknown)) return false;
  return actionsCover(knownElements(wide).action, narrow.statement.action, proofs);
}

/** As {@link coversActions}, for resources. */
export function coversResources(
  wide: StatementFacts,
  narrow: StatementFacts,
  proofs: PatternProofs,
): boolean {
  if (narrow.resources.some(({ unknown }) => unknown)) return false;
  return resourcesCover(knownElements(wide).resource, narrow.statement.resource, proofs);
}

/** Whether the `Action` of a statement takes in whatever a pattern matches. */
export function coversAction(wide: StatementFacts, text: string, proofs: PatternProofs): boolean {
  return actionsCover(knownElements(wide).action, { negated: false, values: [text] }, proofs);
}

/** Whether the `Resource` of a statement takes in whatever a pattern matches. */
export function coversResource(wide: StatementFacts, text: string, proofs: PatternProofs): boolean {
  return resourcesCover(knownElements(wide).resource, { negated: false, values: [text] }, proofs);
}

interface Elements {
  readonly action: ListElement;
  readonly resource: ListElement | undefined;
}

const elements = new WeakMap<StatementFacts, Elements>();

/** The lists of a statement without what is not known of them: that covers nothing. */
function knownElements(facts: StatementFacts): Elements {
  let known = elements.get(facts);
  if (known === undefined) {
    const { action, resource } = facts.statement;
    known = {
      action: withKnown(action, facts.actions),
      resource: resource && withKnown(resource, facts.resources),
    };
    elements.set(facts, known);
  }
  return known;
}

function withKnown(
  list: ListElement,
  entries: readonly { readonly unknown: boolean; readonly facts: { readonly text: string } }[],
): ListElement {
  // INVARIANT: of a negated list all is known, as of every statement that is compared.
  if (list.negated || !entries.some(({ unknown }) => unknown)) return list;
  return { ...list, values: entries.filter(({ unknown }) => !unknown).map(({ facts }) => facts.text) };
}
