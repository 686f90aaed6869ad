import { changeValue } from './changeValue.ts';
import { ODD_TEXTS } from './oddTexts.ts';
import type { Random } from './random.ts';

/**
 * An input that is like another: values of a JSON document changed in their places, or the text cut, joined and
 * sprinkled with characters that have a meaning somewhere.
 *
 * @param text - an input
 * @param other - another, of which parts are taken
 * @param random - makes the choices
 * @returns the changed text, of 200,000 characters at most
 */
export function changeText(text: string, other: string, random: Random): string {
  let changed = text;
  for (let left = 1 + random.below(4); left > 0; left -= 1) changed = changeOnce(changed, other, random);
  return changed.slice(0, 200_000);
}

function changeOnce(text: string, other: string, random: Random): string {
  const value = random.below(3) > 0 ? parsed(text) : undefined;
  if (value !== undefined) return JSON.stringify(changeValue(value, parsed(other), random));
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(1 + random.of([1, 8, 200])));
  const part = text.slice(start, end);
  switch (random.below(7)) {
    case 0:
      return text.slice(0, start);
    case 1:
      return text.slice(0, start) + text.slice(end);
    case 2:
      return text.slice(0, end) + part.repeat(1 + random.below(random.of([3, 500]))) + text.slice(end);
    case 3:
      return text.slice(0, start) + random.of(ODD_TEXTS) + text.slice(end);
    case 4:
      return text.slice(0, start) + String.fromCharCode(random.below(0x1_0000)) + text.slice(start);
    case 5:
      return text.slice(0, start) + other.slice(random.below(other.length + 1)) + text.slice(end);
    default:
      return text.slice(0, start) + part.toUpperCase() + text.slice(end);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
