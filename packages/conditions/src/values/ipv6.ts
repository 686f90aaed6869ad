import { NOT_IPV4, parseIpv4 } from './ipv4.ts';

/**
 * Reads an IPv6 address without allocating: any spelling with or without `::`, in any case, with or without
 * an IPv4 tail. Zone identifiers are refused.
 *
 * @param text - the text that holds the address.
 * @param words - receives the eight 16-bit words; its contents have no meaning when the text is no address.
 * @param end - where the address ends, in UTF-16 units; the text's end if left out.
 * @returns whether the text is an address.
 */
export function parseIpv6(text: string, words: Uint16Array, end: number = text.length): boolean {
  if (end < 2 || end > 45) return false;
  let count = 0;
  let gap = -1;
  let index = 0;
  if (text.charCodeAt(0) === 58) {
    if (text.charCodeAt(1) !== 58) return false;
    gap = 0;
    index = 2;
  }
  while (index < end) {
    if (count === 8) return false;
    let word = 0;
    let next = index;
    for (; next < end; next++) {
      const digit = hexDigit(text.charCodeAt(next));
      if (digit < 0) break;
      word = word * 16 + digit;
    }
    if (next < end && text.charCodeAt(next) === 46) {
      // The tail is an IPv4 address.
      const tail = parseIpv4(text, index, end);
      if (tail === NOT_IPV4 || count > 6) return false;
      words[count++] = tail / 65_536;
      words[count++] = tail % 65_536;
      break;
    }
    if (next === index || next - index > 4) return false;
    words[count++] = word;
    index = next;
    if (index === end) break;
    if (text.charCodeAt(index) !== 58 || ++index === end) return false;
    if (text.charCodeAt(index) === 58) {
      if (gap >= 0) return false;
      gap = count;
      index++;
    }
  }
  if (gap < 0) return count === 8;
  if (count === 8) return false;
  words.copyWithin(8 - (count - gap), gap, count);
  words.fill(0, gap, 8 - (count - gap));
  return true;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 102) return code - 87;
  if (code >= 65 && code <= 70) return code - 55;
  return -1;
}
