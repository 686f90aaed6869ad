/** Splits a text at its first five colons. */
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
