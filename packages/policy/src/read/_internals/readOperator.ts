import { quote } from '../../text/quote.ts';
import type { JsonString } from '../../json/jsonNode.ts';
import {
  OPERATOR_NAMES,
  parseConditionOperator,
  type ConditionOperator,
} from '../../model/conditionOperator.ts';
import type { ReadContext } from './readContext.ts';
import { suggestName } from './suggestName.ts';

const QUALIFIERS = ['ForAllValues', 'ForAnyValue'] as const;
const NULL_IF_EXISTS = /^(?:(?:forallvalues|foranyvalue):)?nullifexists$/i;

/** Reads the name of a condition operator, in any letter case (rules S22, S23, S82). */
export function readOperator(
  context: ReadContext,
  name: JsonString,
  pointer: string,
): ConditionOperator | undefined {
  const text = name.value;
  let operator = context.operators.get(text);
  if (operator === undefined) {
    operator = parseConditionOperator(text);
    if (operator !== undefined) context.operators.set(text, operator);
  }
  if (operator === undefined) reportUnknown(context, name, pointer);
  else if (operator.name === 'Null' && operator.qualifier !== undefined)
    reportQualified(context, name, pointer);
  return operator;
}

/** Rule S82: it says nothing about the request, but no more is wrong with it. */
function reportQualified(context: ReadContext, name: JsonString, pointer: string): void {
  const outcome = /^forall/i.test(name.value) ? 'always true' : 'always false';
  context.findings.report({
    code: 'null-with-qualifier',
    message: `found ${quote(name.value)}, which is ${outcome}`,
    at: name,
    pointer,
    help: 'write `Null`: it already says whether the key is present',
  });
}

function reportUnknown(context: ReadContext, name: JsonString, pointer: string): void {
  const text = name.value;
  const at = { at: name, pointer };
  if (NULL_IF_EXISTS.test(text)) {
    context.findings.report({
      ...at,
      code: 'null-with-if-exists',
      message: `found ${quote(text)}, expected \`Null\` on its own`,
      help: 'write `Null`: it already says whether the key is present',
    });
    return;
  }
  const meant = suggestOperator(context, text);
  context.findings.report({
    ...at,
    code: 'invalid-condition-operator',
    message: `found ${quote(text)}, which is no condition operator`,
    help: meant === undefined ? undefined : `did you mean \`${meant}\``,
  });
}

/** The closest operator, set qualifier and `IfExists` looked at on their own. */
function suggestOperator(context: ReadContext, text: string): string | undefined {
  const colon = text.indexOf(':');
  const qualifier = colon === -1 ? undefined : suggestName(context, text.slice(0, colon), QUALIFIERS);
  const rest = text.slice(colon + 1);
  const suffix = /if_?exists?$/i.exec(rest)?.[0] ?? '';
  const name = suggestName(context, rest.slice(0, rest.length - suffix.length), OPERATOR_NAMES);
  if (name === undefined || (colon !== -1 && qualifier === undefined)) return undefined;
  const prefix = qualifier === undefined || name === 'Null' ? '' : `${qualifier}:`;
  return `${prefix}${name}${suffix === '' || name === 'Null' ? '' : 'IfExists'}`;
}
