import type { KeyTable } from '@policywright/conditions';
import type { Box } from '../model/box.ts';
import type { Given } from '../model/given.ts';
import type { Side } from '../model/side.ts';
import type { Universe } from '../universe/universe.ts';

/** What is looked for: a request that comes out in a wanted way on each of some sides. */
export interface Problem {
  readonly sides: readonly Side[];
  /** For each side, whether the request must be allowed there; it must not, where this says false. */
  readonly wanted: readonly boolean[];
  readonly universe: Universe;
  readonly keys: KeyTable;
  readonly given: Given;
}

/** The boxes of all sides, those that are on several of them once. */
export function boxesOf({ sides }: Problem): readonly Box[] {
  const merged = new Map<string, Box>();
  sides.forEach((side, index) => {
    for (const box of side.boxes) {
      const key = boxKey(box);
      const known = merged.get(key);
      merged.set(key, { ...(known ?? box), sides: (known?.sides ?? 0) | (1 << index) });
    }
  });
  return [...merged.values()];
}

/** Equal for boxes that do the same wherever they apply. */
export function boxKey({ deny, layer, grades, requirements }: Omit<Box, 'sides'>): string {
  let key = `${deny ? 'D' : 'A'}${layer} ${grades}`;
  for (const { id } of requirements) key += ` ${id}`;
  return key;
}
