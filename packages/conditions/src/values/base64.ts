const PAD = 61;

/**
 * Decodes base64 of the standard or the URL-safe alphabet, with padding, with too little or without, but not with
 * too much (S104).
 *
 * @param text - the text; no blanks or line ends.
 * @returns the bytes, or `undefined` if the text is no base64.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const length = unpaddedLength(text);
  if (length < 0) return undefined;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < length; index++) {
    const sextet = sextetOf(text.charCodeAt(index));
    if (sextet < 0) return undefined;
    bits = ((bits << 6) | sextet) & 0xfff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = bits >> held;
    }
  }
  return bytes;
}

/**
 * Tells whether a text is base64, without allocating.
 *
 * @param text - the text.
 * @returns whether `decodeBase64` can decode it.
 */
export function isBase64(text: string): boolean {
  const length = unpaddedLength(text);
  for (let index = 0; index < length; index++) if (sextetOf(text.charCodeAt(index)) < 0) return false;
  return length >= 0;
}

/**
 * Compares base64 text with bytes, without allocating.
 *
 * @param text - text for which {@link isBase64} holds.
 * @param bytes - the bytes.
 * @returns whether the text decodes to these bytes.
 */
export function equalsBase64(text: string, bytes: Uint8Array): boolean {
  const length = unpaddedLength(text);
  if (Math.floor((length * 3) / 4) !== bytes.length) return false;
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < length; index++) {
    bits = ((bits << 6) | sextetOf(text.charCodeAt(index))) & 0xfff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      if (((bits >> held) & 255) !== bytes[at++]) return false;
    }
  }
  return true;
}

/** The length without padding, or -1 if no base64 can have that length. */
function unpaddedLength(text: string): number {
  const padded = text.charCodeAt(text.length - 1) === PAD;
  const padding = padded ? (text.charCodeAt(text.length - 2) === PAD ? 2 : 1) : 0;
  const length = text.length - padding;
  const rest = length % 4;
  if (rest === 1 || (padding > 0 && (rest === 0 || rest + padding > 4))) return -1;
  return length;
}

function sextetOf(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  if (code === 43 || code === 45) return 62;
  if (code === 47 || code === 95) return 63;
  return -1;
}
