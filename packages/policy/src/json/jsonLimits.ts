/** Bounds on what is read, so that hostile input costs little. */
export interface JsonLimits {
  /** Most levels of nesting; 256 unless given, never above 1,000. */
  readonly maxDepth?: number;
  /** Most bytes of the text in UTF-8 (for JavaScript values: most values); 16 MiB unless given. */
  readonly maxBytes?: number;
}

/** The limits where the caller gives none. */
export const DEFAULT_JSON_LIMITS: Required<JsonLimits> = { maxDepth: 256, maxBytes: 16 * 1024 * 1024 };

/** Readers recurse, so that no caller can ask for more than the stack holds. */
const DEEPEST = 1000;

/**
 * Fills in the limits that the caller left out.
 *
 * @param limits - what the caller gave.
 * @returns both limits, the depth within what the stack holds.
 */
export function resolveLimits(limits: JsonLimits = {}): Required<JsonLimits> {
  return {
    maxDepth: Math.min(limits.maxDepth ?? DEFAULT_JSON_LIMITS.maxDepth, DEEPEST),
    maxBytes: limits.maxBytes ?? DEFAULT_JSON_LIMITS.maxBytes,
  };
}

/**
 * Tells whether a text is longer than a number of bytes in UTF-8.
 *
 * @param text - any string; a lone surrogate counts as three bytes.
 * @param maxBytes - the number.
 * @returns whether it is; counts only where the length alone does not tell.
 */
export function exceedsBytes(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) return true;
  if (text.length * 3 <= maxBytes) return false;
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    // A surrogate pair is four bytes, two for each half.
    bytes += code < 0x800 || isPairedSurrogate(text, index) ? 1 : 2;
    if (bytes > maxBytes) return true;
  }
  return false;
}

function isPairedSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code >= 0xd800 && code < 0xdc00) return (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
  if (code >= 0xdc00 && code < 0xe000) return (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
  return false;
}
