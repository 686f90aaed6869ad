/**
 * A set of texts: characters, and gaps that hold at least one character each, of any kind but those named.
 */
export type Language = readonly (string | { readonly without: string })[];

/**
 * Tells whether two languages have a text in common.
 *
 * It walks through both at once and visits each pair of places at most once, so that it takes time in
 * proportion to the product of the lengths.
 */
export function languagesOverlap(left: Language, right: Language): boolean {
  const ends = left.length * 2 + 1;
  const width = right.length * 2 + 1;
  const visited = new Uint8Array(ends * width);
  const pending = [0];
  while (pending.length > 0) {
    // Place 2n is before item n, place 2n + 1 inside the gap n after its first character.
    const pair = pending.pop() ?? 0;
    if (visited[pair] === 1) continue;
    visited[pair] = 1;
    const atLeft = Math.floor(pair / width);
    const atRight = pair % width;
    if (isEnd(left, atLeft) && isEnd(right, atRight)) return true;
    for (const [itemLeft, nextLeft] of steps(left, atLeft)) {
      for (const [itemRight, nextRight] of steps(right, atRight)) {
        if (shareCharacter(itemLeft, itemRight)) pending.push(nextLeft * width + nextRight);
      }
    }
  }
  return false;
}

type Item = Language[number];

function isEnd(language: Language, place: number): boolean {
  return place >= language.length * 2 - 1 && (place === language.length * 2 || place % 2 === 1);
}

/** The items whose next character may stand at a place, and where that leads. */
function steps(language: Language, place: number): readonly (readonly [Item, number])[] {
  const index = Math.floor(place / 2);
  const inside = place % 2 === 1;
  const found: (readonly [Item, number])[] = [];
  const item = language[index];
  if (inside && item !== undefined) found.push([item, place]);
  const nextIndex = inside ? index + 1 : index;
  const next = language[nextIndex];
  if (next !== undefined)
    found.push([next, typeof next === 'string' ? nextIndex * 2 + 2 : nextIndex * 2 + 1]);
  return found;
}

function shareCharacter(left: Item, right: Item): boolean {
  if (typeof left === 'string')
    return typeof right === 'string' ? left === right : !right.without.includes(left);
  return typeof right === 'string' ? !left.without.includes(right) : true;
}
