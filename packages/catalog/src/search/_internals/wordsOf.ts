/** Splits a name or a text into lower-case words: `ecs:RunTask` into `ecs`, `run`, `task`. */
export function wordsOf(text: string): readonly string[] {
  const words = text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? [];
  return words.map((word) => word.toLowerCase());
}
