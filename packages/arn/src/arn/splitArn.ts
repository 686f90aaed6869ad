/**
 * Splits a text at its first five colons, where the fields of an ARN part (S42); wildcards and variables may be in it.
 *
 * @param text - an ARN, a pattern or a format of ARNs, or anything else.
 * @returns six fields, or as many as there are; joined by colons they are the text.
 */
export function splitArn(text: string): readonly string[] {
  const fields: string[] = [];
  let start = 0;
  while (fields.length < 5) {
    const colon = text.indexOf(':', start);
    if (colon < 0) break;
    fields.push(text.slice(start, colon));
    start = colon + 1;
  }
  return [...fields, text.slice(start)];
}
