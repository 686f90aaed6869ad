import type { AddressRange, ConditionDescription } from '@policywright/conditions/engine';
import { UNREADABLE_TEXT } from './realElements.ts';

/**
 * The values of a key that address conditions tell apart (S105 to S107): the first address of each piece into which
 * their ranges cut IPv4 and IPv6; and a text that is no address.
 *
 * @param conditions - the conditions; all compare addresses.
 * @returns texts: every text but the empty one is for all conditions what one of them is.
 */
export function addressTexts(conditions: readonly ConditionDescription[]): readonly string[] {
  const ranges = conditions.flatMap(({ values }) => (values.theory === 'address' ? values.ranges : []));
  const texts = ([32, 128] as const).flatMap((bits) =>
    [...firstAddresses(ranges, bits)].map((address) => (bits === 32 ? ipv4Text(address) : ipv6Text(address))),
  );
  return [...texts, UNREADABLE_TEXT];
}

function firstAddresses(ranges: readonly AddressRange[], bits: 32 | 128): ReadonlySet<bigint> {
  const first = new Set<bigint>([0n]);
  for (const range of ranges) {
    if (range.bits !== bits) continue;
    const size = 1n << BigInt(bits - range.prefix);
    const start = range.address - (range.address % size);
    first.add(start);
    if (start + size < 1n << BigInt(bits)) first.add(start + size);
  }
  return first;
}

function ipv4Text(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 0xffn)).join('.');
}

/** All eight groups, without zeros in front. */
function ipv6Text(address: bigint): string {
  return Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  ).join(':');
}
