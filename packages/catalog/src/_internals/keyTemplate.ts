/**
 * Whether a text is an instance of a template whose variables, `${Name}`, stand for any text that is not empty.
 *
 * Matches the literal parts from left to right, the last one at the end: linear, and exact for these templates,
 * since a variable may stand for any character.
 *
 * @param template - a template in lower case: `aws:resourcetag/${tagkey}`.
 * @param text - the text in lower case.
 */
export function keyTemplateMatches(template: string, text: string): boolean {
  if (!template.includes('${')) return template === text;
  const [first = '', ...rest] = template.split(/\$\{[^{}]*\}/);
  const last = rest.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let position = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, position + 1);
    if (found < 0) return false;
    position = found + part.length;
  }
  return text.endsWith(last) && text.length - last.length > position;
}
