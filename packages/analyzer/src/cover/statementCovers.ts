import type { ListElement, PrincipalElement, PrincipalEntry, Statement } from '@policywright/policy';
import { actionIndex, lowerCase, resourceIndex, serviceOf } from './listIndex.ts';
import type { PatternProofs } from './patternProofs.ts';
import { keysOf, type StatementKeys } from './statementKeys.ts';

/**
 * Whether a statement says nothing that another one does not say too: both have the same effect, and each element of the
 * narrow one implies that of the wide one. `false` also where that is not proved.
 *
 * @param wide - the one that may say all.
 * @param narrow - the one that may go.
 * @param proofs - proves it of patterns, within its limits.
 */
export function statementCovers(wide: Statement, narrow: Statement, proofs: PatternProofs): boolean {
  return (
    scopeCovers(wide, narrow) &&
    actionsCover(wide.action, narrow.action, proofs) &&
    resourcesCover(wide.resource, narrow.resource, proofs)
  );
}

/**
 * Whether a statement applies whenever another of the same effect does, to the same principals, but for actions and
 * resources.
 *
 * @param wide - the one that may apply more often.
 * @param narrow - the one that may apply less often.
 */
export function scopeCovers(wide: Statement, narrow: Statement): boolean {
  if (wide.effect !== narrow.effect) return false;
  const [outer, inner] = [scopeOf(wide), scopeOf(narrow)];
  if (outer.conditions.size > inner.conditions.size) return false;
  for (const key of outer.conditions) if (!inner.conditions.has(key)) return false;
  return outer.keys.principal === inner.keys.principal || principalCovers(wide.principal, narrow.principal);
}

/**
 * Whether `Action` or `NotAction` is about all actions that another is about.
 *
 * @param wide - the element that may be about more.
 * @param narrow - the element that may be about less.
 * @param proofs - proves it of patterns, within its limits.
 */
export function actionsCover(wide: ListElement, narrow: ListElement, proofs: PatternProofs): boolean {
  return listCovers(wide, narrow, {
    has: (list, text) => {
      const { texts, wide: byService, open } = actionIndex(list);
      if (texts.has(lowerCase(text))) return true;
      if (proofs.spent) return false;
      const covers = (value: string): boolean => proofs.action(value, text);
      return open.some(covers) || byService.get(serviceOf(text))?.some(covers) === true;
    },
    isEverything: (text) => text === '*' || text === '*:*',
  });
}

/**
 * Whether `Resource` or `NotResource` is about all resources that another is about. A statement without the element is
 * about what only those without it are about.
 *
 * @param wide - the element that may be about more.
 * @param narrow - the element that may be about less.
 * @param proofs - proves it of patterns, within its limits.
 */
export function resourcesCover(
  wide: ListElement | undefined,
  narrow: ListElement | undefined,
  proofs: PatternProofs,
): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  const negated = wide.negated || narrow.negated;
  return listCovers(wide, narrow, {
    has: (list, text) => {
      const { texts, wide: byHead } = resourceIndex(list);
      if (texts.has(text)) return true;
      return !proofs.spent && byHead.above(text).some((value) => proofs.resource(value, text, negated));
    },
    isEverything: (text) => proofs.isEveryResource(text),
  });
}

interface Scope {
  readonly keys: StatementKeys;
  readonly conditions: ReadonlySet<string>;
}

// Statements are immutable, and each is compared with many.
const scopes = new WeakMap<Statement, Scope>();

function scopeOf(statement: Statement): Scope {
  let scope = scopes.get(statement);
  if (scope === undefined) {
    const keys = keysOf(statement);
    scopes.set(statement, (scope = { keys, conditions: new Set(keys.conditions) }));
  }
  return scope;
}

/** `*` names every caller directly, which no other entry outdoes (rules S129, S150). */
function principalCovers(wide: PrincipalElement | undefined, narrow: PrincipalElement | undefined): boolean {
  if (wide === undefined || narrow === undefined || wide.negated) return false;
  const has = (entry: PrincipalEntry): boolean =>
    wide.entries.some(({ kind, value }) => kind === entry.kind && value === entry.value);
  return has({ kind: 'AWS', value: '*' }) || (!narrow.negated && narrow.entries.every(has));
}

function listCovers(
  wide: ListElement,
  narrow: ListElement,
  pattern: {
    readonly has: (list: ListElement, text: string) => boolean;
    readonly isEverything: (text: string) => boolean;
  },
): boolean {
  if (!wide.negated && !narrow.negated) return narrow.values.every((text) => pattern.has(wide, text));
  // What the wide one excepts, the narrow one must except too.
  if (wide.negated) return narrow.negated && wide.values.every((text) => pattern.has(narrow, text));
  return wide.values.some(pattern.isEverything);
}
