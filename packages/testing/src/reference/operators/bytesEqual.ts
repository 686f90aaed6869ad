import type { ValuePair } from './valuePair.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** S104: base64 on both sides, compared after decoding; padding and the URL-safe alphabet make no difference. */
export function bytesEqual({ request, policy }: ValuePair): boolean {
  const left = decode(request);
  return left !== undefined && left === decode(policy);
}

/** The whole bytes as bits, or `undefined` for text that is not base64. */
function decode(text: string): string | undefined {
  const body = text
    .replace(/={1,2}$/, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  const digits = body.split('').map((character) => ALPHABET.indexOf(character));
  if (digits.includes(-1) || digits.length % 4 === 1) return undefined;
  const bits = digits.map((digit) => digit.toString(2).padStart(6, '0')).join('');
  return bits.slice(0, bits.length - (bits.length % 8));
}
