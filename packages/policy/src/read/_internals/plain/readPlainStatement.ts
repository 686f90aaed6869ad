import { OPEN_BRACE, CLOSE_BRACE } from '../../../json/_internals/codes.ts';
import type { Condition, Effect, ListElement, Statement } from '../../../model/policy.ts';
import { isRemarkableResource } from '../readResource.ts';
import type { PlainText } from './plainText.ts';
import { readPlainAction } from './readPlainAction.ts';
import { readPlainConditions } from './readPlainConditions.ts';
import { readPlainList } from './readPlainList.ts';

const LETTER_A = 0x41;
const LETTER_C = 0x43;
const LETTER_E = 0x45;
const LETTER_N = 0x4e;
const LETTER_R = 0x52;
const LETTER_S = 0x53;
/** Where the name of the element starts in `"NotAction"`. */
const NEGATED_LETTER = '"Not'.length;
const NO_CONDITIONS: readonly Condition[] = [];

/** Reads a statement without principal; `undefined` where there is something to report about it. */
export function readPlainStatement(source: PlainText, index: number, pointer: string): Statement | undefined {
  if (!source.take(OPEN_BRACE)) return undefined;
  let sid: string | undefined;
  let effect: Effect | undefined;
  let action: ListElement | undefined;
  let resource: ListElement | undefined;
  let conditions: readonly Condition[] | undefined;
  do {
    source.next();
    const { text, pos } = source;
    const first = text.charCodeAt(pos + 1);
    const negated = first === LETTER_N;
    // An element a second time is a finding, as is one that cannot be read.
    switch (negated ? text.charCodeAt(pos + NEGATED_LETTER) : first) {
      case LETTER_E:
        if (effect !== undefined || (effect = readEffect(source)) === undefined) return undefined;
        break;
      case LETTER_A:
        if (action !== undefined || (action = readAction(source, negated)) === undefined) return undefined;
        break;
      case LETTER_R:
        if (resource !== undefined || (resource = readResource(source, negated)) === undefined)
          return undefined;
        break;
      case LETTER_S:
        if (sid !== undefined || (sid = readSid(source)) === undefined) return undefined;
        break;
      case LETTER_C:
        if (conditions !== undefined || (conditions = readConditions(source, pointer)) === undefined)
          return undefined;
        break;
      default:
        return undefined;
    }
  } while (source.takeComma());
  if (!source.take(CLOSE_BRACE)) return undefined;
  if (effect === undefined || action === undefined || resource === undefined) return undefined;
  conditions ??= NO_CONDITIONS;
  return { index, pointer, sid, effect, principal: undefined, action, resource, conditions };
}

function readSid(source: PlainText): string | undefined {
  return source.takeName('"Sid"') ? source.readString() : undefined;
}

function readEffect(source: PlainText): Effect | undefined {
  if (!source.takeName('"Effect"')) return undefined;
  source.next();
  if (source.takeText('"Allow"')) return 'Allow';
  return source.takeText('"Deny"') ? 'Deny' : undefined;
}

function readAction(source: PlainText, negated: boolean): ListElement | undefined {
  if (!source.takeName(negated ? '"NotAction"' : '"Action"')) return undefined;
  const values = readPlainList(source, readPlainAction);
  return values && { negated, values };
}

function readResource(source: PlainText, negated: boolean): ListElement | undefined {
  if (!source.takeName(negated ? '"NotResource"' : '"Resource"')) return undefined;
  const values = readPlainList(source, readPattern);
  return values && { negated, values };
}

function readConditions(source: PlainText, pointer: string): readonly Condition[] | undefined {
  return source.takeName('"Condition"') ? readPlainConditions(source, `${pointer}/Condition`) : undefined;
}

function readPattern(source: PlainText): string | undefined {
  const value = source.readString();
  return value === undefined || isRemarkableResource(value) ? undefined : value;
}
