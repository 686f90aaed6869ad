// Verbs of one sense, a sense a line; people know one and the service has another.
const SENSES: readonly (readonly string[])[] = [
  'get list describe read view head show',
  'create add put register make',
  'delete remove deregister terminate destroy',
  'update modify put set change edit',
  'start run execute invoke',
  'stop cancel abort',
].map((line) => line.split(' '));

/**
 * Splits the name of an action or operation at its capitals, for comparing.
 *
 * @param name - such as `PutLogEvents`.
 * @returns its words in lower case and, but for the first, in the singular: `put`, `log`, `event`.
 */
export function wordsOf(name: string): readonly string[] {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : singular(word.toLowerCase())));
}

/** Whether a word says what an action does, and so is not another word misspelt. */
export function isVerb(word: string): boolean {
  return SENSES.some((verbs) => verbs.includes(word));
}

/** Whether two verbs mean the same to somebody who does not know the service: `list` and `describe`. */
export function sameSense(verb: string, other: string): boolean {
  return SENSES.some((verbs) => verbs.includes(verb) && verbs.includes(other));
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
