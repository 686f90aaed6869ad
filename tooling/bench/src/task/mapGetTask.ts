import { inTurn } from '../measure/inTurn.ts';
import { timeOf } from '../measure/timeOf.ts';

/**
 * The floor under every decision: finding one key of 20 characters in a `Map`.
 *
 * @returns the median time in nanoseconds.
 */
export function mapGetTask({ seconds }: { readonly seconds: number }): Promise<number> {
  const keys = Array.from({ length: 1024 }, (_, index) => `service:Action${String(index).padStart(6, '0')}`);
  const map = new Map(keys.map((key, index) => [key, index]));
  return timeOf(inTurn(keys.map((key) => () => map.get(key))), seconds);
}
