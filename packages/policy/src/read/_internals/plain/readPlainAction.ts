import { isRemarkableAction } from '../readAction.ts';
import type { PlainText } from './plainText.ts';

const QUOTE = 0x22;
const HYPHEN = 0x2d;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LOWER_A = 0x61;
const LOWER_Z = 0x7a;
const TO_LOWER = 0x20;
const LAST_ASCII = 0x7e;

/** Reads a pattern of actions; `undefined` where there is something to report about it. */
export function readPlainAction(source: PlainText): string | undefined {
  if (source.next() !== QUOTE) return undefined;
  const { text, pos } = source;
  const end = endOfUsualAction(text, pos + 1);
  if (end !== undefined) {
    source.pos = end + 1;
    return text.slice(pos + 1, end);
  }
  const value = source.readString();
  return value === undefined || isRemarkableAction(value) ? undefined : value;
}

/**
 * Where the usual `prefix:Name` in a string ends, checked on the way: policies hold more actions than all else.
 *
 * @returns the offset of the closing quotation mark; `undefined` where the pattern has to be looked at again.
 */
function endOfUsualAction(text: string, start: number): number | undefined {
  const { length } = text;
  let pos = start;
  while (pos < length && isPrefixCharacter(text.charCodeAt(pos))) pos += 1;
  if (pos === start || pos >= length || text.charCodeAt(pos) !== COLON) return undefined;
  const name = pos + 1;
  for (pos = name; pos < length; pos += 1) {
    const code = text.charCodeAt(pos);
    if (code === QUOTE) return pos > name ? pos : undefined;
    if (code === COLON || code === BACKSLASH || code <= 0x20 || code > LAST_ASCII) return undefined;
  }
  return undefined;
}

function isPrefixCharacter(code: number): boolean {
  const lower = code | TO_LOWER;
  if (lower >= LOWER_A && lower <= LOWER_Z) return true;
  return code === HYPHEN || (code >= DIGIT_0 && code <= DIGIT_9);
}
