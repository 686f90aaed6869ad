import type { PathHop } from '../model/pathHop.ts';

/** What a hop is known by in two snapshots. */
export function hopKey({ from, to, way, over }: PathHop): string {
  return [from, to, way, over ?? ''].join(' ');
}
