import type { ListElement, PrincipalElement, Statement } from '../../model/policy.ts';
import type { Draft } from './draft.ts';
import type { PatternProofs } from './patternProofs.ts';
import { keysOf, type StatementKeys } from './statementKeys.ts';
import { withoutCovered } from './withoutCovered.ts';

/** So many pairs of statements are compared. */
const MOST_PAIRS = 200_000;

/**
 * Drops each statement that another one of the same effect covers wholly.
 *
 * @returns whether any went.
 */
export function dropCoveredStatements(draft: Draft): boolean {
  const { proofs } = draft;
  let pairs = 0;
  const keys = new Map(draft.statements.map((statement) => [statement, keysOf(statement)]));
  const isCovered = (wide: Statement, narrow: Statement): boolean => {
    pairs += 1;
    const wideKeys = keys.get(wide);
    const narrowKeys = keys.get(narrow);
    if (wideKeys === undefined || narrowKeys === undefined || pairs > MOST_PAIRS) return false;
    return covers({ statement: wide, keys: wideKeys }, { statement: narrow, keys: narrowKeys }, proofs);
  };
  const { kept, covered } = withoutCovered(draft.statements, { covers: isCovered, isWide: () => true });
  draft.statements = kept;
  for (const { value, by } of covered) {
    draft.steps.push({
      kind: 'drop-covered-statement',
      pointer: value.pointer,
      message: `dropped, \`${by.pointer}\` covers it`,
    });
  }
  return covered.length > 0;
}

interface Keyed {
  readonly statement: Statement;
  readonly keys: StatementKeys;
}

/** Each element of the narrow statement implies that of the wide one. */
function covers(wide: Keyed, narrow: Keyed, proofs: PatternProofs): boolean {
  const { statement: outer } = wide;
  const { statement: inner } = narrow;
  if (outer.effect !== inner.effect) return false;
  const demanded = new Set(narrow.keys.conditions);
  return (
    wide.keys.conditions.every((key) => demanded.has(key)) &&
    coversPrincipal(wide, narrow) &&
    coversList(outer.action, inner.action, {
      covers: (a, b) => proofs.action(a, b),
      isEverything: (text) => text === '*' || text === '*:*',
    }) &&
    coversResource(outer.resource, inner.resource, proofs)
  );
}

/** `*` names every caller directly, which no other entry outdoes (rules S129, S150). */
function coversPrincipal(wide: Keyed, narrow: Keyed): boolean {
  if (wide.keys.principal === narrow.keys.principal) return true;
  const outer = wide.statement.principal;
  const inner = narrow.statement.principal;
  if (outer === undefined || inner === undefined || outer.negated) return false;
  const has = (entry: PrincipalElement['entries'][number]): boolean =>
    outer.entries.some(({ kind, value }) => kind === entry.kind && value === entry.value);
  return has({ kind: 'AWS', value: '*' }) || (!inner.negated && inner.entries.every(has));
}

function coversResource(
  wide: ListElement | undefined,
  narrow: ListElement | undefined,
  proofs: PatternProofs,
): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  const negated = wide.negated || narrow.negated;
  return coversList(wide, narrow, {
    covers: (a, b) => proofs.resource(a, b, negated),
    isEverything: (text) => proofs.isEveryResource(text),
  });
}

function coversList(
  wide: ListElement,
  narrow: ListElement,
  pattern: {
    readonly covers: (wide: string, narrow: string) => boolean;
    readonly isEverything: (text: string) => boolean;
  },
): boolean {
  const someCovers = (outer: ListElement, text: string): boolean =>
    outer.values.some((value) => pattern.covers(value, text));
  if (!wide.negated && !narrow.negated) return narrow.values.every((text) => someCovers(wide, text));
  // What the wide one excepts, the narrow one must except too.
  if (wide.negated) return narrow.negated && wide.values.every((text) => someCovers(narrow, text));
  return wide.values.some(pattern.isEverything);
}
