// Control characters and bidirectional controls of a document must not reach a terminal or a report.
const UNSAFE =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A message without characters that could steer what shows it. */
export function cleanText(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}
