import { quote } from '../../text/quote.ts';
import type { JsonMember, JsonNode } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import type { ConditionOperator } from '../../model/conditionOperator.ts';
import type { Condition } from '../../model/policy.ts';
import { withoutDuplicates } from './duplicateNames.ts';
import type { ReadContext } from './readContext.ts';
import { readOperator } from './readOperator.ts';
import { reportWrongType } from './readStringList.ts';

/** Reads `Condition` (rules S17 to S20). */
export function readConditions(context: ReadContext, node: JsonNode, pointer: string): readonly Condition[] {
  if (node.kind !== 'object') {
    reportWrongType(context, node, { name: 'Condition', pointer, expected: 'an object of operators' });
    return [];
  }
  if (node.members.length === 0) reportEmptyObject(context, node, { name: 'Condition', pointer });
  const conditions: Condition[] = [];
  for (const member of withoutDuplicates(context, node, pointer)) {
    const operatorPointer = pointerTo(pointer, member.name.value);
    const operator = readOperator(context, member.name, operatorPointer);
    readKeys(context, member, { operator, pointer: operatorPointer, conditions });
  }
  return conditions;
}

interface KeysPlace {
  /** `undefined` where it is unknown: the keys are still checked. */
  readonly operator: ConditionOperator | undefined;
  readonly pointer: string;
  readonly conditions: Condition[];
}

function readKeys(context: ReadContext, { name, value }: JsonMember, place: KeysPlace): void {
  const { operator, pointer, conditions } = place;
  if (value.kind !== 'object') {
    reportWrongType(context, value, {
      name: name.value,
      pointer,
      expected: 'an object of context keys',
      help: 'write `{ "operator": { "key": "value" } }`',
    });
    return;
  }
  if (value.members.length === 0) reportEmptyObject(context, value, { name: name.value, pointer });
  for (const member of withoutDuplicates(context, value, pointer)) {
    const key = member.name.value;
    const keyPointer = pointerTo(pointer, key);
    const values = readValues(context, member.value, { key, pointer: keyPointer });
    if (operator !== undefined) conditions.push({ operator, key, values, pointer: keyPointer });
  }
}

interface ValuesPlace {
  readonly key: string;
  readonly pointer: string;
}

function readValues(context: ReadContext, node: JsonNode, { key, pointer }: ValuesPlace): readonly string[] {
  if (node.kind !== 'array') {
    const text = textOf(node);
    if (text === undefined)
      reportWrongType(context, node, { name: key, pointer, expected: 'a value or a list of values' });
    return text === undefined ? [] : [text];
  }
  if (node.items.length === 0) {
    context.findings.report({
      code: 'empty-array-condition',
      message: `found an empty list for ${quote(key)}, expected at least one value`,
      at: node,
      pointer,
    });
  }
  const values: string[] = [];
  for (const [index, item] of node.items.entries()) {
    const text = textOf(item);
    if (text !== undefined) values.push(text);
    else
      reportWrongType(context, item, {
        name: key,
        pointer: pointerTo(pointer, index),
        expected: 'a string, number or boolean',
      });
  }
  return values;
}

/** A scalar as text, numbers in their source spelling (rule S18). */
function textOf(node: JsonNode): string | undefined {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return node.text;
  if (node.kind === 'boolean') return String(node.value);
  return undefined;
}

function reportEmptyObject(
  context: ReadContext,
  node: JsonNode,
  place: { readonly name: string; readonly pointer: string },
): void {
  context.findings.report({
    code: 'empty-object-condition',
    message: `found nothing in ${quote(place.name)}, so that it tests nothing`,
    at: node,
    pointer: place.pointer,
    help: 'remove it',
  });
}
