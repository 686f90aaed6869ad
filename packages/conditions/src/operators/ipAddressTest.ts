import { FALSE, TRUE } from '../truth.ts';
import { parseCidr } from '../values/cidr.ts';
import type { Cidr } from '../values/cidr.ts';
import { NOT_IPV4, parseIpv4 } from '../values/ipv4.ts';
import { parseIpv6 } from '../values/ipv6.ts';
import { textTest } from './anyOf.ts';
import { MALFORMED, matchesNothing } from './valueTest.ts';
import type { ValueTest, Verdict } from './valueTest.ts';

/**
 * Compiles the values of IpAddress (S105 to S107). An IPv4 range never holds an IPv6 address, nor the reverse.
 *
 * @param values - The condition's values.
 * @returns The test.
 */
export function ipAddressTest(values: readonly string[]): ValueTest {
  const ranges = values.map(parseCidr).filter((range) => range !== undefined);
  const v4 = ranges.filter((range) => range.family === 4);
  // Base and mask of one range after the other.
  const numbers = Int32Array.from(v4.flatMap(({ base, mask }) => [base, mask]));
  const v6 = ranges.filter((range) => range.family === 6);
  const words = new Uint16Array(8);
  const test: ValueTest['test'] = (text) => {
    const address = parseIpv4(text);
    if (address !== NOT_IPV4) return isInAnyV4(address, numbers);
    return parseIpv6(text, words) ? isInAnyV6(words, v6) : MALFORMED;
  };
  return textTest({
    test: ranges.length === 0 ? matchesNothing : test,
    cost: 30,
    malformed: values.length - ranges.length,
  });
}

function isInAnyV4(address: number, ranges: Int32Array): Verdict {
  for (let index = 0; index < ranges.length; index += 2) {
    if ((address & (ranges[index + 1] ?? 0)) === ranges[index]) return TRUE;
  }
  return FALSE;
}

function isInAnyV6(words: Uint16Array, ranges: readonly Extract<Cidr, { family: 6 }>[]): Verdict {
  for (let index = 0; index < ranges.length; index++) {
    const range = ranges[index];
    if (range !== undefined && isInV6(words, range)) return TRUE;
  }
  return FALSE;
}

function isInV6(words: Uint16Array, { base, mask }: Extract<Cidr, { family: 6 }>): boolean {
  for (let index = 0; index < 8; index++) {
    if (((words[index] ?? 0) & (mask[index] ?? 0)) !== base[index]) return false;
  }
  return true;
}
