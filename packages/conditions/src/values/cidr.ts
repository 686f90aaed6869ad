import { NOT_IPV4, parseIpv4 } from './ipv4.ts';
import { parseIpv6 } from './ipv6.ts';

/** An address range: its first address and the bits that count, as 32 bits for IPv4 and eight words for IPv6. */
export type Cidr =
  | { readonly family: 4; readonly base: number; readonly mask: number }
  | { readonly family: 6; readonly base: Uint16Array; readonly mask: Uint16Array };

/**
 * Reads an address range (S105, S107). Host bits are masked off; an address alone is a range of one.
 *
 * @param text - `203.0.113.0/24`, `203.0.113.7`, `2001:db8::/32`, `2001:db8::1`.
 * @returns The range, or `undefined` if the text is none. Base and mask of IPv4 are signed 32-bit integers.
 */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  const end = slash < 0 ? text.length : slash;
  const address = parseIpv4(text, 0, end);
  if (address !== NOT_IPV4) {
    const length = prefixLength(text, slash, 32);
    if (length === undefined) return undefined;
    // Shifts count modulo 32, so that /0 needs its own case.
    const mask = length === 0 ? 0 : -1 << (32 - length);
    return { family: 4, base: address & mask, mask };
  }
  const base = new Uint16Array(8);
  if (!parseIpv6(text, base, end)) return undefined;
  const length = prefixLength(text, slash, 128);
  if (length === undefined) return undefined;
  const mask = base.map((_, index) => 0xffff << (16 - Math.min(16, Math.max(0, length - 16 * index))));
  return { family: 6, base: base.map((word, index) => word & (mask[index] ?? 0)), mask };
}

function prefixLength(text: string, slash: number, most: number): number | undefined {
  if (slash < 0) return most;
  const digits = text.slice(slash + 1);
  if (!/^(?:0|[1-9][0-9]{0,2})$/.test(digits)) return undefined;
  const length = Number(digits);
  return length <= most ? length : undefined;
}
