import type { JsonNode } from '../../json/jsonNode.ts';
import type { ConditionOperator, OperatorName } from '../../model/conditionOperator.ts';
import type { Condition } from '../../model/policy.ts';
import { PolicyError } from '../policyError.ts';
import { objectNode, scalarNode, stringNode } from './buildNode.ts';
import { listNode, type Form } from './listNode.ts';

type KeysByOperator = Map<string, Map<string, JsonNode>>;

/** `Condition` as a tree, or `undefined` where there is none. */
export function conditionNode(conditions: readonly Condition[], form: Form): JsonNode | undefined {
  if (conditions.length === 0) return undefined;
  const byOperator: KeysByOperator = new Map();
  for (const { operator, key, values } of inPrintOrder(conditions, form)) {
    const keys = keysFor(byOperator, operatorText(byOperator, { operator, key, form }));
    if (keys.has(key)) {
      throw new PolicyError(
        'repeated-condition',
        `cannot print \`${operator.text}\` on \`${key}\` twice in one statement`,
      );
    }
    const scalar = form === 'shortest' ? bareScalar(operator.name) : stringNode;
    keys.set(key, listNode(values, form, scalar));
  }
  const operators = [...byOperator].map(([text, keys]) => [text, objectNode(ordered(keys, form))] as const);
  return objectNode(ordered(new Map(operators), form));
}

/** Rule S18: what an operator compares as number or boolean needs no quotation marks. */
function bareScalar(name: OperatorName): (value: string) => JsonNode {
  return name === 'Bool' || name === 'Null' || name.startsWith('Numeric') ? scalarNode : stringNode;
}

/** The spelling to print an operator in. */
function operatorText(
  byOperator: KeysByOperator,
  {
    operator,
    key,
    form,
  }: { readonly operator: ConditionOperator; readonly key: string; readonly form: Form },
): string {
  if (form !== 'canonical') return operator.text;
  const canonical = canonicalText(operator);
  // Two spellings of one operator may test one key: both conditions hold, so that neither may go.
  return byOperator.get(canonical)?.has(key) === true ? operator.text : canonical;
}

function canonicalText({ qualifier, name, ifExists }: ConditionOperator): string {
  return `${qualifier === undefined ? '' : `${qualifier}:`}${name}${ifExists ? 'IfExists' : ''}`;
}

/** Conditions whose operator is spelt as documented come first, so that they keep that spelling. */
function inPrintOrder(conditions: readonly Condition[], form: Form): readonly Condition[] {
  if (form !== 'canonical') return conditions;
  const isCanonical = ({ operator }: Condition): boolean => operator.text === canonicalText(operator);
  return [...conditions.filter(isCanonical), ...conditions.filter((condition) => !isCanonical(condition))];
}

function keysFor(byOperator: KeysByOperator, text: string): Map<string, JsonNode> {
  const known = byOperator.get(text);
  if (known !== undefined) return known;
  const keys = new Map<string, JsonNode>();
  byOperator.set(text, keys);
  return keys;
}

function ordered<Value>(
  entries: ReadonlyMap<string, Value>,
  form: Form,
): readonly (readonly [string, Value])[] {
  const list = [...entries];
  return form === 'canonical' ? list.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) : list;
}
