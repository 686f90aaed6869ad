import { editDistance } from '../../names/closestNames.ts';

/** Splits a name or a text into lower-case words: `ecs:RunTask` into `ecs`, `run`, `task`. */
export function wordsOf(text: string): readonly string[] {
  const words = text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? [];
  return words.map((word) => word.toLowerCase());
}

/**
 * Scores a name for wanted words: each has to be found, as it is, as the head of a word, or misspelt.
 *
 * @param wanted - the words that are looked for.
 * @param words - the words of the name.
 * @param also - words that may be used besides, such as those of the service's name; they count for less.
 * @returns 0 where a wanted word is missing, 100 where name and wanted words are the same.
 */
export function scoreName(
  wanted: readonly string[],
  words: readonly string[],
  also: readonly string[] = [],
): number {
  // Somebody who types in lower case writes `runtask`: such a word is one with all those of the name after the prefix.
  const joined = words.length > 2 ? [words.slice(1).join('')] : [];
  let sum = 0;
  for (const word of wanted) {
    const score = Math.max(bestScore(word, words), bestScore(word, joined), bestScore(word, also) * 0.5);
    if (score === 0) return 0;
    sum += score;
  }
  // Of names that have all the words, the one with the fewest others comes first.
  return Math.round((100 * sum) / Math.max(wanted.length, words.length * 0.5 + wanted.length * 0.5));
}

function bestScore(word: string, words: readonly string[]): number {
  let best = 0;
  for (const candidate of words) {
    if (candidate === word) return 1;
    if (candidate.startsWith(word)) best = Math.max(best, 0.9);
    else if (word.length > 3 && best < 0.6 && editDistance(word, candidate, limitOf(word)) <= limitOf(word))
      best = 0.6;
  }
  return best;
}

function limitOf(word: string): number {
  return word.length > 6 ? 2 : 1;
}
