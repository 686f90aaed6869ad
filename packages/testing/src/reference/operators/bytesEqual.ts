import type { ValuePair } from './valuePair.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * S104: base64 on both sides, compared after decoding; missing padding and the URL-safe alphabet make no difference.
 *
 * @returns `undefined` where either is not base64.
 */
export function bytesEqual({ request, policy }: ValuePair): boolean | undefined {
  const [left, right] = [decode(request), decode(policy)];
  return left === undefined || right === undefined ? undefined : left === right;
}

/** The whole bytes as bits, or `undefined` for text that is not base64. */
function decode(text: string): string | undefined {
  const padding = /={0,2}$/.exec(text)?.[0].length ?? 0;
  const body = text
    .slice(0, text.length - padding)
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  const digits = body.split('').map((character) => ALPHABET.indexOf(character));
  if (digits.includes(-1)) return undefined;
  // Padding fills four characters up, and must not go beyond.
  const rest = digits.length % 4;
  if (rest === 1 || (padding > 0 && (rest === 0 || rest + padding > 4))) return undefined;
  const bits = digits.map((digit) => digit.toString(2).padStart(6, '0')).join('');
  return bits.slice(0, bits.length - (bits.length % 8));
}
