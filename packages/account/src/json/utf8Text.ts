/** Characters that are put together at once. */
const MOST_UNITS = 4096;
const REPLACEMENT = 0xfffd;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/**
 * Decodes UTF-8. What is none becomes U+FFFD, as in the Encoding Standard.
 *
 * @param bytes - of a text.
 * @param from - where to begin.
 * @param to - where to end, between two characters.
 */
export function utf8Text(bytes: Uint8Array, from = 0, to: number = bytes.length): string {
  let text = '';
  let units: number[] = [];
  let at = from;
  while (at < to) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units.push(lead);
      at++;
    } else {
      const { code, length } = readSequence(bytes, at, to);
      if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
      else units.push(code);
      at += length;
    }
    if (units.length < MOST_UNITS) continue;
    text += String.fromCharCode(...units);
    units = [];
  }
  return text + String.fromCharCode(...units);
}

/** Where a text begins: behind the mark of its encoding, if there is one. */
export function startOfText(bytes: Uint8Array): number {
  return BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0;
}

/** A character of several bytes; of broken ones, so much as could have begun one. */
function readSequence(
  bytes: Uint8Array,
  at: number,
  to: number,
): { readonly code: number; readonly length: number } {
  const lead = bytes[at] ?? 0;
  const needed = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
  if (needed === 0) return { code: REPLACEMENT, length: 1 };
  // Neither longer than it need be, nor half of a pair, nor beyond the last character.
  let least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  let code = lead & (0x3f >> needed);
  for (let index = 1; index <= needed; index++) {
    const byte = at + index < to ? (bytes[at + index] ?? 0) : 0;
    if (byte < least || byte > most) return { code: REPLACEMENT, length: index };
    code = (code << 6) | (byte & 0x3f);
    least = 0x80;
    most = 0xbf;
  }
  return { code, length: needed + 1 };
}
