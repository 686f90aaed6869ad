import { join } from 'node:path';

/** Where the events lie: where the user says, or in the snapshot. */
export function trailOf({
  events,
  snapshot = '.',
}: {
  readonly events: readonly string[];
  readonly snapshot: string | undefined;
}): readonly string[] {
  return events.length > 0 ? events : [join(snapshot, 'trail')];
}
