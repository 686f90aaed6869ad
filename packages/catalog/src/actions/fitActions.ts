import { shrinkActions } from './shrinkActions.ts';

/** What {@link fitActions} found. */
export interface FittedActions {
  /** Whether the patterns keep to the limit. */
  readonly fits: boolean;
  /** The patterns: those that fit, or the shortest that were found. */
  readonly patterns: readonly string[];
  /** Characters of the patterns as a JSON array without whitespace. */
  readonly size: number;
}

/**
 * Shrinks actions until their JSON fits a size limit, without matching any other action of the catalog.
 *
 * Readable patterns come first; short ones only if those do not fit.
 *
 * @param actions - names or patterns.
 * @param maxSize - the most characters that the array may take in a policy, whitespace aside (rule S35).
 */
export function fitActions(actions: Iterable<string>, maxSize: number): FittedActions {
  const list = [...actions];
  const readable = measure(shrinkActions(list), maxSize);
  return readable.fits ? readable : measure(shrinkActions(list, { prefer: 'characters' }), maxSize);
}

function measure(patterns: readonly string[], maxSize: number): FittedActions {
  const size = JSON.stringify(patterns).length;
  return { fits: size <= maxSize, patterns, size };
}
