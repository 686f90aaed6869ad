import { ODD_TEXTS } from './oddTexts.ts';
import type { Random } from './random.ts';

/**
 * A value with one change somewhere in it.
 *
 * @param value - of a JSON document
 * @param other - of another, of which parts are taken; may be `undefined`
 * @param random - makes the choices
 * @returns a value that shares what it does not change
 */
export function changeValue(value: unknown, other: unknown, random: Random): unknown {
  const isInner = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isInner || random.below(5) === 0) return replaced(value, other, random);
  if (Array.isArray(value)) return changeArray(value, other, random);
  const entries = Object.entries(value);
  const place = random.below(entries.length);
  const [name, inner] = entries[place] ?? ['', undefined];
  switch (random.below(6)) {
    case 0:
      return Object.fromEntries(entries.filter((_, index) => index !== place));
    case 1:
      return { ...value, [random.of(ODD_TEXTS)]: inner };
    case 2:
      return Object.fromEntries(
        entries.map(([key, held], index) => [index === place ? key.toLowerCase() : key, held]),
      );
    default:
      return { ...value, [name]: changeValue(inner, other, random) };
  }
}

function changeArray(items: readonly unknown[], other: unknown, random: Random): unknown {
  const place = random.below(items.length);
  switch (random.below(5)) {
    case 0:
      return items.filter((_, index) => index !== place);
    case 1:
      return [...items, ...Array.from({ length: random.of([1, 2, 300]) }, () => items[place])];
    default:
      return items.map((item, index) => (index === place ? changeValue(item, other, random) : item));
  }
}

/** Something else in the place of a value. */
function replaced(value: unknown, other: unknown, random: Random): unknown {
  if (typeof value === 'string' && random.below(3) > 0) return changeString(value, random);
  switch (random.below(8)) {
    case 0:
      return partOf(other, random);
    case 1:
      return [value];
    case 2:
      return random.of([null, true, false, {}, [], '', 0, -1, 1e308, 1e-7, 9007199254740992]);
    case 3:
      return nested(value, random.of([2, 60, 2000]));
    case 4:
      return { [random.of(ODD_TEXTS)]: value };
    case 5:
      return random.of(ODD_TEXTS).repeat(random.of([1, 50, 5000]));
    default:
      return typeof value === 'number' ? String(value) : random.of(ODD_TEXTS);
  }
}

function changeString(text: string, random: Random): string {
  const place = random.below(text.length + 1);
  const odd = random.of(ODD_TEXTS);
  switch (random.below(4)) {
    case 0:
      return text.slice(0, place) + odd + text.slice(place);
    case 1:
      return text.slice(0, place) + odd + text.slice(place + odd.length);
    case 2:
      return text.slice(0, place);
    default:
      return text.slice(0, place) + odd.repeat(random.of([2, 100, 3000]));
  }
}

function partOf(value: unknown, random: Random): unknown {
  let part = value;
  for (let depth = random.below(6); depth > 0; depth -= 1) {
    if (typeof part !== 'object' || part === null) break;
    const inner = Object.values(part);
    if (inner.length === 0) break;
    part = random.of(inner.map((held: unknown) => ({ held }))).held;
  }
  return part ?? null;
}

function nested(value: unknown, depth: number): unknown {
  let deep = value;
  for (let left = depth; left > 0; left -= 1) deep = left % 2 === 0 ? [deep] : { a: deep };
  return deep;
}
