import { join } from 'node:path';
import type { TrailSources } from './readTrail.ts';

/** Where the events lie: where the user says, or in the snapshot. */
export function trailOf({
  events,
  'events-sql': query,
  snapshot = '.',
}: {
  readonly events: readonly string[];
  readonly 'events-sql': string | undefined;
  readonly snapshot: string | undefined;
}): TrailSources {
  const isNowhere = events.length === 0 && query === undefined;
  return { paths: isNowhere ? [join(snapshot, 'trail')] : events, query };
}
