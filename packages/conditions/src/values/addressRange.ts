import { NOT_IPV4, parseIpv4 } from './ipv4.ts';
import { parseIpv6 } from './ipv6.ts';

/** A range of IP addresses: those that agree with one address in their first bits. */
export interface AddressRange {
  /** Bits of an address: 32 for IPv4, 128 for IPv6. */
  readonly bits: 32 | 128;
  /** The address as written, with the bits that do not count. */
  readonly address: bigint;
  /** How many of the first bits count. */
  readonly prefix: number;
}

/**
 * Reads a value of `IpAddress` or `NotIpAddress` (S105, S107): an address alone is a range of one.
 *
 * @param text - `203.0.113.0/24`, `203.0.113.7`, `2001:db8::/32`, `2001:db8::1`.
 * @returns the range, or `undefined` if the text is none: numbers have no leading zeros, which some readers take
 * for octal, and addresses no zone.
 */
export function readAddressRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const end = slash < 0 ? text.length : slash;
  const v4 = parseIpv4(text, 0, end);
  const bits = v4 === NOT_IPV4 ? 128 : 32;
  const address = v4 === NOT_IPV4 ? readIpv6(text, end) : BigInt(v4);
  const prefix = slash < 0 ? bits : prefixLength(text.slice(slash + 1), bits);
  return address === undefined || prefix === undefined ? undefined : { bits, address, prefix };
}

function readIpv6(text: string, end: number): bigint | undefined {
  const words = new Uint16Array(8);
  if (!parseIpv6(text, words, end)) return undefined;
  return words.reduce((address, word) => (address << 16n) | BigInt(word), 0n);
}

function prefixLength(digits: string, most: number): number | undefined {
  if (!/^(?:0|[1-9][0-9]{0,2})$/.test(digits)) return undefined;
  const length = Number(digits);
  return length <= most ? length : undefined;
}
