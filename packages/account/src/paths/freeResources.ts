import { compileArnPattern, compileGlob, overlap } from '@policywright/arn';
import type { Statement } from '@policywright/policy';
import type { StatementFilter } from '../decide/mayMatch.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';

/** More choices than this are not tried. */
const MOST = 40;

/** What a caller may choose from. */
export interface FreeChoice {
  readonly action: string;
  /** Pattern of the resources. */
  readonly pattern: string;
  /** Regions to call where policies name none. */
  readonly regions: readonly string[];
}

/**
 * Resources of a pattern on which a principal may be allowed an action, at most one for each pattern of its policies: it
 * chooses the names of what it makes.
 *
 * @param principal - who chooses.
 * @param choice - of what.
 * @param filter - tells which statements are of the action.
 */
export function freeResources(
  { side }: PlacedPrincipal,
  { action, pattern, regions }: FreeChoice,
  filter: StatementFilter,
): readonly string[] {
  if (pattern === '*') return ['*'];
  const statements = (side.identity ?? [])
    .flatMap((policy) => policy.statements)
    .filter(
      (statement) => statement.effect === 'Allow' && filter.coversAction(statement, action.toLowerCase()),
    );
  const wanted = compileGlob(pattern);
  const found = new Set<string>();
  for (const text of statements.flatMap(textsOf)) {
    const plain = text.replace(/\$\{[^}]*\}/g, '*');
    const shared = overlap(
      compileArnPattern(plain, { dialect: 'resource', missingFields: 'wildcard' }),
      wanted,
    );
    if (shared.verdict !== 'yes') continue;
    for (const resource of inRegions(shared.witness, pattern, regions)) found.add(resource);
    if (found.size >= MOST) break;
  }
  return [...found];
}

function textsOf({ resource }: Statement): readonly string[] {
  if (resource === undefined) return [];
  return resource.negated ? ['*'] : resource.values;
}

/** The shortest text that two patterns share has no Region where neither names one. */
function inRegions(resource: string, pattern: string, regions: readonly string[]): readonly string[] {
  const fields = resource.split(':');
  if (fields[3] !== '' || pattern.split(':', 4)[3] !== '*') return [resource];
  return regions.map((region) => [...fields.slice(0, 3), region, ...fields.slice(4)].join(':'));
}
