import { compareNumbers } from '@policywright/conditions/values';
import type { ConditionDescription, Decimal } from '@policywright/conditions/engine';
import { UNREADABLE_TEXT } from './realElements.ts';

/** Beyond, a number ten times as large or as fine could not be written any more (S95). */
const MOST_EXPONENT = 100_000_000;

/**
 * @param condition - a condition.
 * @returns whether all its limits are of a size that can be gone beyond.
 */
export function hasUsualNumbers({ values }: ConditionDescription): boolean {
  if (values.theory !== 'number') return true;
  return values.limits.every(({ exponent }) => Math.abs(exponent) <= MOST_EXPONENT);
}

/**
 * The values of a key that numeric conditions tell apart (S94, S95): the limits, one number between each two and beyond
 * either end, whole where one fits; and a text that is no number.
 *
 * @param conditions - the conditions; all compare numbers.
 * @returns texts: every text but the empty one is for all conditions what one of them is.
 */
export function numberTexts(conditions: readonly ConditionDescription[]): readonly string[] {
  const limits = conditions.flatMap(({ values }) => (values.theory === 'number' ? values.limits : []));
  const points = [...new Set(limits.map(textOf))].toSorted((left, right) => compareNumbers(left, right) ?? 0);
  const texts = new Set<string>();
  const [first] = points;
  const last = points.at(-1);
  if (first !== undefined) texts.add(below(first));
  points.forEach((point, index) => {
    texts.add(point);
    const next = points[index + 1];
    if (next !== undefined) texts.add(between(point, next));
  });
  if (last !== undefined) texts.add(negated(below(negated(last))));
  if (points.length === 0) texts.add('1');
  return [...texts, UNREADABLE_TEXT];
}

/** Whole numbers as such, others with their exponent. */
function textOf({ sign, digits, exponent }: Decimal): string {
  if (sign === 0) return '0';
  const minus = sign < 0 ? '-' : '';
  if (exponent >= digits.length && exponent <= 15) return minus + digits.padEnd(exponent, '0');
  if (exponent > 0 && exponent < digits.length)
    return `${minus}${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
  return `${minus}0.${digits}${exponent === 0 ? '' : `e${exponent}`}`;
}

function negated(text: string): string {
  if (text === '0') return text;
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}

/** A smaller number: one less, or where doubles are too coarse ten times as much or as little. */
function below(text: string): string {
  const less = Math.ceil(Number(text)) - 1;
  if (Number.isSafeInteger(less) && compareNumbers(String(less), text) === -1) return String(less);
  // So large that its text has an exponent or many digits.
  return text.startsWith('-') ? timesTen(text) : '0';
}

function timesTen(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e');
  return `${mantissa}e${Number(exponent) + 1}`;
}

/** A number between two, the smaller first. */
function between(low: string, high: string): string {
  const whole = Math.floor(Number(low)) + 1;
  const isBetween = (text: string): boolean =>
    compareNumbers(low, text) === -1 && compareNumbers(text, high) === -1;
  if (Number.isSafeInteger(whole) && isBetween(String(whole))) return String(whole);
  if (isBetween('0')) return '0';
  if (low.startsWith('-')) return negated(betweenPositive(negated(high), negated(low)));
  return betweenPositive(low, high);
}

/** Behind the digits of the smaller, a one so far off that the larger is not reached. */
function betweenPositive(low: string, high: string): string {
  if (low === '0') return tenth(high);
  const [mantissa = '', exponent] = low.split('e');
  const point = mantissa.includes('.') ? '' : '.';
  return `${mantissa}${point}${'0'.repeat(high.length)}1${exponent === undefined ? '' : `e${exponent}`}`;
}

function tenth(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e');
  return `${mantissa}e${Number(exponent) - 1}`;
}
