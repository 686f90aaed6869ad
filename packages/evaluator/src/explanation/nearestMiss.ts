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
  // A statement about another action is no near miss unless everything else about it fits.
  if (best === undefined || (!best.action.matches && lacksOf(best).length > 1)) return undefined;
  const lacks = lacksOf(best);
  return { statement: best, misses: lacks.length, lacks };
}

function distanceOf(statement: StatementReport): number {
  const failed = (element: ElementReport | undefined): number => (element?.matches === false ? 1 : 0);
  return (
    100 * failed(statement.action) +
    10 * failed(statement.resource) +
    10 * failed(statement.principal) +
    statement.conditions.filter(({ result }) => result !== 1).length
  );
}

function lacksOf(statement: StatementReport): string[] {
  const lacks: string[] = [];
  if (statement.misplaced) lacks.push('it has not the elements that its kind of policy needs');
  for (const element of [statement.action, statement.resource, statement.principal]) {
    if (element?.matches === false) lacks.push(describeElement(element));
  }
  for (const { operator, key, result, reason } of statement.conditions) {
    if (result !== 1) lacks.push(`condition \`${operator}\` on \`${key}\` does not hold (${reason})`);
  }
  return lacks;
}

function describeElement({ element, value, unresolvedVariable }: ElementReport): string {
  if (unresolvedVariable) return `\`${element}\` uses a policy variable that has no value in this request`;
  return value === undefined ? `\`${element}\` does not match` : `\`${element}\` excludes it by \`${value}\``;
}
