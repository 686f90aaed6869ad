const MARKS = '.,;:)}]>"\'`”';

/**
 * A word without the punctuation that the sentence or quotation around it put behind it.
 *
 * @param word - of any length; a regular expression would take time that grows with its square.
 */
export function withoutEndMarks(word: string): string {
  let end = word.length;
  while (end > 0 && MARKS.includes(word[end - 1] ?? '')) end--;
  return word.slice(0, end);
}
