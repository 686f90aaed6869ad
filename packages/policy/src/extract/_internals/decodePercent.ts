/** A text without percent-encoding, and where its parts were. */
export interface DecodedText {
  readonly text: string;
  /** For each UTF-16 unit and the end: the offset in the encoded text. */
  readonly offsets: readonly number[];
}

const SEQUENCE = /(?:%[0-9a-fA-F]{2})+/g;

/**
 * Decodes a percent-encoded text, as IAM's interface returns policy documents (RFC 3986).
 *
 * @param encoded - any text.
 * @returns `undefined` where it encodes no text.
 */
export function decodePercent(encoded: string): DecodedText | undefined {
  const offsets: number[] = [];
  let text = '';
  let place = 0;
  const copy = (until: number): void => {
    text += encoded.slice(place, until);
    for (; place < until; place += 1) offsets.push(place);
  };
  for (const { 0: sequence, index } of encoded.matchAll(SEQUENCE)) {
    copy(index);
    const decoded = decode(sequence);
    if (decoded === undefined) return undefined;
    for (const character of decoded) {
      for (let unit = 0; unit < character.length; unit += 1) offsets.push(place);
      place += 3 * byteLength(character);
    }
    text += decoded;
  }
  copy(encoded.length);
  offsets.push(encoded.length);
  return { text, offsets };
}

function decode(sequence: string): string | undefined {
  try {
    return decodeURIComponent(sequence);
  } catch {
    return undefined;
  }
}

function byteLength(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
