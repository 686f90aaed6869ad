/** An IP address with the number of bits that count. */
export interface IpRange {
  readonly bits: 32 | 128;
  /** The address as written, all bits. */
  readonly address: bigint;
  readonly prefix: number;
}

/**
 * Reads an address or a CIDR range (rules S105, S107).
 *
 * @param text - `203.0.113.0/24`, `2001:db8::1`.
 * @returns `undefined` where the text is neither.
 */
export function parseIpRange(text: string): IpRange | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 128 ? parseIpv6(address) : parseIpv4(address);
  if (value === undefined) return undefined;
  if (slash < 0) return { bits, address: value, prefix: bits };
  const suffix = text.slice(slash + 1);
  const prefix = /^\d{1,3}$/.test(suffix) ? Number(suffix) : 999;
  return prefix > bits ? undefined : { bits, address: value, prefix };
}

/** The first address of a range. */
export function baseOf({ address, bits, prefix }: IpRange): bigint {
  const host = BigInt(bits - prefix);
  return (address >> host) << host;
}

/** Whether a range lies within another. */
export function isWithin(inner: IpRange, outer: IpRange): boolean {
  if (inner.bits !== outer.bits || inner.prefix < outer.prefix) return false;
  const host = BigInt(outer.bits - outer.prefix);
  return inner.address >> host === outer.address >> host;
}

/** An IPv4 range as text. */
export function formatIpv4(address: bigint, prefix: number): string {
  const bytes = [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n));
  return `${bytes.join('.')}/${prefix}`;
}

const PRIVATE: readonly IpRange[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
].flatMap((text) => parseIpRange(text) ?? []);

/** Whether no address of a range is routed in the internet. */
export function isPrivate(range: IpRange): boolean {
  return PRIVATE.some((reserved) => isWithin(range, reserved));
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  if (text.length > 45) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map(groupsOf);
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: halves.length === 1 ? 0 : missing }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

/** The groups of one side of `::`; an IPv4 tail counts as two. */
function groupsOf(half: string): readonly string[] {
  if (half === '') return [];
  return half.split(':').flatMap((group) => {
    const v4 = group.includes('.') ? parseIpv4(group) : undefined;
    return v4 === undefined ? [group] : [(v4 >> 16n).toString(16), (v4 & 0xffffn).toString(16)];
  });
}
