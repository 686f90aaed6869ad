/**
 * Joins the first items of a list, and says how many there are more.
 *
 * @param items - what to list.
 * @param most - how many to list at most.
 * @returns such as `a, b and 3 more`.
 */
export function shortList(items: readonly string[], most: number): string {
  const more = items.length - most;
  return more > 0 ? `${items.slice(0, most).join(', ')} and ${more} more` : items.join(', ');
}
