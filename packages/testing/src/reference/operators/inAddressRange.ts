import type { ValuePair } from './valuePair.ts';

/** An address as its bits, most significant first: 32 or 128 of them. */
type AddressBits = string;

/**
 * S105 to S107: whether the request's address lies in the policy's CIDR range.
 *
 * @returns `undefined` where the one is no address or the other no range.
 */
export function inAddressRange({ request, policy }: ValuePair): boolean | undefined {
  const address = readAddress(request);
  const range = readRange(policy);
  if (address === undefined || range === undefined) return undefined;
  if (address.length !== range.bits.length) return false; // S106: families never match
  return address.slice(0, range.prefix) === range.bits.slice(0, range.prefix); // S107: host bits do not count
}

function readRange(text: string): { bits: AddressBits; prefix: number } | undefined {
  const slash = text.indexOf('/');
  const bits = readAddress(slash === -1 ? text : text.slice(0, slash));
  if (bits === undefined) return undefined;
  if (slash === -1) return { bits, prefix: bits.length };
  const prefix = readDecimal(text.slice(slash + 1), bits.length);
  return prefix === undefined ? undefined : { bits, prefix };
}

function readAddress(text: string): AddressBits | undefined {
  return text.includes(':') ? readIpv6(text) : readIpv4(text);
}

function readIpv4(text: string): AddressBits | undefined {
  const parts = text.split('.').map((part) => readDecimal(part, 255));
  if (parts.length !== 4 || parts.includes(undefined)) return undefined;
  return parts.map((part) => bitsOf(part ?? 0, 8)).join('');
}

/** Without leading zeros, since some readers take those for octal. */
function readDecimal(text: string, maximum: number): number | undefined {
  if (!/^(0|[1-9]\d{0,2})$/.test(text)) return undefined;
  return Number(text) <= maximum ? Number(text) : undefined;
}

function readIpv6(text: string): AddressBits | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = [readGroups(halves[0] ?? '', halves.length === 1), readGroups(halves[1] ?? '', true)];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 128 - head.length - tail.length;
  if (halves.length === 1) return missing === 0 ? head : undefined;
  return missing >= 16 ? head + '0'.repeat(missing) + tail : undefined;
}

/** Groups of sixteen bits between colons; the last may be an IPv4 address. */
function readGroups(text: string, mayEndInIpv4: boolean): AddressBits | undefined {
  if (text === '') return '';
  const groups = text.split(':');
  const bits = groups.map((group, index) => {
    if (mayEndInIpv4 && index === groups.length - 1 && group.includes('.')) return readIpv4(group);
    return /^[\da-fA-F]{1,4}$/.test(group) ? bitsOf(Number.parseInt(group, 16), 16) : undefined;
  });
  return bits.includes(undefined) ? undefined : bits.join('');
}

function bitsOf(value: number, width: number): string {
  return value.toString(2).padStart(width, '0');
}
