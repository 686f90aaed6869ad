import { OPEN_BRACE, CLOSE_BRACE } from '../../../json/_internals/codes.ts';
import { pointerTo } from '../../../json/jsonPointer.ts';
import { parseConditionOperator, type ConditionOperator } from '../../../model/conditionOperator.ts';
import type { Condition } from '../../../model/policy.ts';
import { DistinctNames } from './distinctNames.ts';
import type { PlainText } from './plainText.ts';
import { readPlainList } from './readPlainList.ts';

/** Reads the value of `Condition`; `undefined` where there is something to report about it. */
export function readPlainConditions(source: PlainText, pointer: string): readonly Condition[] | undefined {
  if (!source.take(OPEN_BRACE)) return undefined;
  const conditions: Condition[] = [];
  const names = new DistinctNames();
  do {
    const name = source.readName();
    if (name === undefined || !names.add(name)) return undefined;
    const operator = parseConditionOperator(name);
    if (operator === undefined || isQualifiedNull(operator)) return undefined;
    if (!readKeys(source, { operator, pointer: pointerTo(pointer, name), conditions })) return undefined;
  } while (source.takeComma());
  return source.take(CLOSE_BRACE) ? conditions.slice() : undefined;
}

/** Rule S82. */
function isQualifiedNull({ name, qualifier }: ConditionOperator): boolean {
  return name === 'Null' && qualifier !== undefined;
}

interface KeysPlace {
  readonly operator: ConditionOperator;
  readonly pointer: string;
  readonly conditions: Condition[];
}

/** Reads the keys of an operator; tells whether there is nothing to report about them. */
function readKeys(source: PlainText, { operator, pointer, conditions }: KeysPlace): boolean {
  if (!source.take(OPEN_BRACE)) return false;
  const names = new DistinctNames();
  do {
    const key = source.readName();
    if (key === undefined || !names.add(key)) return false;
    const values = readPlainList(source, readScalar);
    if (values === undefined) return false;
    conditions.push({ operator, key, values, pointer: pointerTo(pointer, key) });
  } while (source.takeComma());
  return source.take(CLOSE_BRACE);
}

function readScalar(source: PlainText): string | undefined {
  return source.readScalar();
}
