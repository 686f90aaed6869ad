import type { Box } from '../model/box.ts';
import type { Tally, Weigher } from '../model/side.ts';

/** What is known of a side: its tally, or that a statement denies. */
export interface SideState extends Tally {
  readonly denied: boolean;
}

/** The side before any statement has applied. */
export const UNTOUCHED: SideState = { layers: 0, grades: 0, denied: false };

/** What a side can still come to. */
export interface Outlook {
  readonly canAllow: boolean;
  readonly canDeny: boolean;
}

/**
 * What a side can still come to: weighed twice, with open statements as favourable as can be and as unfavourable.
 *
 * @param state - what has applied.
 * @param open - statements that may or may not apply, those of the side and others.
 * @param side - its number, and how it weighs.
 */
export function outlookOf(
  state: SideState,
  open: readonly Box[],
  { index, weigher }: { readonly index: number; readonly weigher: Weigher },
): Outlook {
  if (state.denied) return { canAllow: false, canDeny: true };
  let { layers, grades } = state;
  let mayBeDenied = false;
  for (const box of open) {
    if ((box.sides & (1 << index)) === 0 || ((weigher.inactive >> box.layer) & 1) === 1) continue;
    if (box.deny) mayBeDenied = true;
    else {
      layers |= 1 << box.layer;
      grades |= box.grades;
    }
  }
  return {
    canAllow: weigher.weigh({ layers, grades }) !== 'denied',
    canDeny: mayBeDenied || weigher.weigh(state) !== 'allowed',
  };
}
