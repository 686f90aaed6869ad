const LONGEST = 100;

/**
 * Puts a text of a document into a message: in backticks, on one line, and not too long.
 *
 * @param text - what was found.
 */
export function quote(text: string): string {
  const line = text.replace(/[`\r\n\t]/g, ' ');
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}\``;
}

/** As {@link quote}, for the first few texts of a list. */
export function quoteAll(texts: readonly string[]): string {
  const shown = texts
    .slice(0, 3)
    .map((text) => quote(text))
    .join(', ');
  return texts.length > 3 ? `${shown} and ${texts.length - 3} more` : shown;
}
