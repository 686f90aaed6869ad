import { readAddressRange, type AddressRange } from '@policywright/conditions/values';

/** The first address of a range. */
export function baseOf({ address, bits, prefix }: AddressRange): bigint {
  const host = BigInt(bits - prefix);
  return (address >> host) << host;
}

/** Whether a range lies within another. */
export function isWithin(inner: AddressRange, outer: AddressRange): boolean {
  if (inner.bits !== outer.bits || inner.prefix < outer.prefix) return false;
  const host = BigInt(outer.bits - outer.prefix);
  return inner.address >> host === outer.address >> host;
}

/** An IPv4 range as text. */
export function formatIpv4(address: bigint, prefix: number): string {
  const bytes = [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n));
  return `${bytes.join('.')}/${prefix}`;
}

let ranges: readonly AddressRange[] | undefined;

function privateRanges(): readonly AddressRange[] {
  return (ranges ??= [
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    'fc00::/7',
    'fe80::/10',
    '::1/128',
  ].flatMap((text) => readAddressRange(text) ?? []));
}

/** Whether no address of a range is routed in the internet. */
export function isPrivate(range: AddressRange): boolean {
  return privateRanges().some((reserved) => isWithin(range, reserved));
}
