/** The outcomes of a comparison that an operator accepts: bits for less (1), equal (2) and greater (4). */
export type OrderMask = number;

/** The request value is less. */
export const LESS: OrderMask = 1;
/** The request value is equal. */
export const EQUAL: OrderMask = 2;
/** The request value is greater. */
export const GREATER: OrderMask = 4;

/**
 * @param mask - the outcomes that are accepted.
 * @param order - negative, zero or positive as the request value is less, equal or greater.
 * @returns whether the outcome is accepted.
 */
export function accepts(mask: OrderMask, order: number): boolean {
  return (mask & (order < 0 ? LESS : order > 0 ? GREATER : EQUAL)) !== 0;
}
