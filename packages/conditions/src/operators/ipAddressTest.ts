import { FALSE, TRUE } from '../truth.ts';
import { readAddressRange, type AddressRange } from '../values/addressRange.ts';
import { NOT_IPV4, parseIpv4 } from '../values/ipv4.ts';
import { parseIpv6 } from '../values/ipv6.ts';
import { orElse, otherwiseOf, valueTest } from './anyOf.ts';
import {
  MALFORMED_POLICY,
  MALFORMED_REQUEST,
  type TestFunction,
  type ValueTest,
  type Verdict,
} from './valueTest.ts';

/** The bits that an IPv6 address of a range has, and those that count, in eight words. */
interface Words {
  readonly base: Uint16Array;
  readonly mask: Uint16Array;
}

/**
 * Compiles the values of IpAddress (S105 to S107). An IPv4 range never holds an IPv6 address, nor the reverse.
 *
 * @param values - the condition's values.
 * @returns the test.
 */
export function ipAddressTest(values: readonly string[]): ValueTest {
  const ranges = values.map(readAddressRange).filter((range) => range !== undefined);
  // Base and mask of one range after the other.
  const numbers = Int32Array.from(ranges.filter(({ bits }) => bits === 32).flatMap(numbersOf));
  const v6 = ranges.filter(({ bits }) => bits === 128).map(wordsOf);
  const words = new Uint16Array(8);
  const test: TestFunction = (text) => {
    const address = parseIpv4(text);
    if (address !== NOT_IPV4) return isInAnyV4(address, numbers);
    return parseIpv6(text, words) ? isInAnyV6(words, v6) : MALFORMED_REQUEST;
  };
  const otherwise = ranges.length < values.length ? MALFORMED_POLICY : FALSE;
  return valueTest({
    test: orElse(test, otherwise),
    cost: 30,
    describe: () => ({ theory: 'address', ranges, otherwise: otherwiseOf(otherwise) }),
  });
}

/** Base and mask as signed integers, which bitwise operators make. */
function numbersOf({ address, prefix }: AddressRange): [base: number, mask: number] {
  // Shifts count modulo 32, so that /0 needs its own case.
  const mask = prefix === 0 ? 0 : -1 << (32 - prefix);
  return [Number(address) & mask, mask];
}

function wordsOf({ address, prefix }: AddressRange): Words {
  const words = Uint16Array.from({ length: 8 }, (_, index) =>
    Number((address >> BigInt(112 - 16 * index)) & 0xffffn),
  );
  const mask = words.map((_, index) => 0xffff << (16 - Math.min(16, Math.max(0, prefix - 16 * index))));
  return { base: words.map((word, index) => word & (mask[index] ?? 0)), mask };
}

function isInAnyV4(address: number, ranges: Int32Array): Verdict {
  for (let index = 0; index < ranges.length; index += 2) {
    if ((address & (ranges[index + 1] ?? 0)) === ranges[index]) return TRUE;
  }
  return FALSE;
}

function isInAnyV6(words: Uint16Array, ranges: readonly Words[]): Verdict {
  for (let index = 0; index < ranges.length; index++) {
    const range = ranges[index];
    if (range !== undefined && isInV6(words, range)) return TRUE;
  }
  return FALSE;
}

function isInV6(words: Uint16Array, { base, mask }: Words): boolean {
  for (let index = 0; index < 8; index++) {
    if (((words[index] ?? 0) & (mask[index] ?? 0)) !== base[index]) return false;
  }
  return true;
}
