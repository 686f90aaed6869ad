import { partsOf } from './doubts.ts';
import type { ElementReport, LayerReport, NearMiss, StatementReport } from './explanation.ts';

/**
 * Finds the Allow statement that came closest to allowing: fewest elements and conditions that failed,
 * a matching action before a matching resource.
 *
 * @param layers - the layers in which an Allow was missing.
 */
export function nearestMiss(layers: readonly LayerReport[]): NearMiss | undefined {
  let best: StatementReport | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const { statements } of layers) {
    for (const statement of statements) {
      if (statement.effect !== 'Allow' || statement.applies) continue;
      const distance = distanceOf(statement);
      if (distance < bestDistance) {
        best = statement;
        bestDistance = distance;
      }
    }
  }
  if (best === undefined) return undefined;
  const misses = missesOf(best);
  // A statement about another action is no near miss unless everything else about it fits.
  return best.action.result !== 'true' && misses > 1 ? undefined : { statement: best, misses };
}

function distanceOf(statement: StatementReport): number {
  const failed = (element: ElementReport | undefined): number =>
    Number((element?.result ?? 'true') !== 'true');
  return (
    100 * failed(statement.action) +
    10 * failed(statement.resource) +
    10 * failed(statement.principal) +
    statement.conditions.filter(({ result }) => result !== 'true').length
  );
}

function missesOf(statement: StatementReport): number {
  return Number(statement.misplaced) + partsOf(statement).filter(({ result }) => result !== 'true').length;
}
