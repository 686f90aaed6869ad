import type { ValuePair } from './valuePair.ts';

/** Sign, digits without leading or trailing zeros, and the place of the decimal point before them: 0.DIGITS x 10^point. */
interface Decimal {
  readonly sign: -1 | 0 | 1;
  readonly digits: string;
  readonly point: number;
}

/** As JSON writes numbers, leading zeros allowed. */
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,9}))?$/;

/**
 * S94 and S95: how the request's number stands to the policy's, exactly, whatever their length.
 *
 * @returns negative, zero or positive; `undefined` where either is not a number.
 */
export function compareNumbers({ request, policy }: ValuePair): number | undefined {
  const left = readDecimal(request);
  const right = readDecimal(policy);
  if (left === undefined || right === undefined) return undefined;
  if (left.sign !== right.sign) return left.sign - right.sign;
  return left.sign * compareMagnitude(left, right);
}

function readDecimal(text: string): Decimal | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const significant = withoutLeadingZeros(whole + fraction);
  const digits = withoutTrailingZeros(significant);
  if (digits === '') return { sign: 0, digits, point: 0 };
  const leadingZeros = whole.length + fraction.length - significant.length;
  return { sign: sign === '-' ? -1 : 1, digits, point: whole.length - leadingZeros + Number(exponent) };
}

function compareMagnitude(left: Decimal, right: Decimal): number {
  if (left.point !== right.point) return left.point - right.point;
  if (left.digits === right.digits) return 0;
  return left.digits < right.digits ? -1 : 1;
}

function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (digits[start] === '0') start += 1;
  return digits.slice(start);
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
