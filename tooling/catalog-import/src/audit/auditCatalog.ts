import type { AuditSources } from './auditSources.ts';
import { countCitations, type CitationCounts } from './citations.ts';
import { compareOverlays } from './comparisons.ts';
import type { Comparison } from './comparison.ts';
import { countUnknownCells, type UnknownCells } from './unknownCells.ts';

/** How far the catalog's facts can be trusted, as far as what is at hand tells. */
export interface CatalogAudit {
  readonly citations: readonly CitationCounts[];
  readonly comparisons: readonly Comparison[];
  readonly unknown: readonly UnknownCells[];
}

/** Counts how the facts of each overlay are known, holds them against each source, and counts what is unknown. */
export function auditCatalog(sources: AuditSources): CatalogAudit {
  return {
    citations: countCitations(),
    comparisons: compareOverlays(sources),
    unknown: countUnknownCells(sources.policies),
  };
}

/** The figures that must not grow, by name; `audit.json` has those that were accepted last. */
export function figuresOf({ citations, comparisons, unknown }: CatalogAudit): ReadonlyMap<string, number> {
  return new Map([
    ...citations.map(({ overlay, unchecked }) => [`unchecked: ${overlay}`, unchecked] as const),
    ...comparisons.map(
      ({ overlay, against, differing }) => [`differing: ${overlay}, ${against}`, differing.length] as const,
    ),
    ...unknown.flatMap(({ feature, all, mostUsed }) => [
      [`unknown: ${feature}`, all] as const,
      [`unknown, most used: ${feature}`, mostUsed] as const,
    ]),
  ]);
}

/**
 * Compares figures with those that were accepted last.
 *
 * @returns one line for each that grew, or that nobody has accepted; none where nothing is worse.
 */
export function growth(
  figures: ReadonlyMap<string, number>,
  accepted: Readonly<Record<string, number>>,
): readonly string[] {
  return [...figures]
    .filter(([name, figure]) => figure > (accepted[name] ?? 0))
    .map(([name, figure]) => `${name}: ${figure}, was ${accepted[name] ?? 0}`);
}
