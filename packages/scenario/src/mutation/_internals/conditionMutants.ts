import { compile } from '@policywright/evaluator';
import {
  locate,
  parseConditionOperator,
  type Condition,
  type Policy,
  type Statement,
} from '@policywright/policy';
import { line, type Mutant } from './mutant.ts';
import { coversText, eachCovered } from './samePatterns.ts';

/** Drops each condition and each of its values, and swaps `IfExists` and the set qualifiers. */
export function conditionMutants(policy: Policy, statement: Statement): readonly Mutant[] {
  return statement.conditions.flatMap((condition, index) => {
    const source: ConditionSource = { policy, statement, condition, index };
    return [dropCondition(source), ...dropValues(source), ...swapIfExists(source), ...swapQualifier(source)];
  });
}

interface ConditionSource {
  readonly policy: Policy;
  readonly statement: Statement;
  readonly condition: Condition;
  readonly index: number;
}

function dropCondition(source: ConditionSource): Mutant {
  const { statement, condition, index } = source;
  const others = statement.conditions.filter((_, other) => other !== index);
  return {
    ...placeOf(source),
    kind: 'drop-condition',
    after: null,
    statement: { ...statement, conditions: others },
    equivalent: others.some((other) => sameCondition(other, condition)),
  };
}

function dropValues(source: ConditionSource): readonly Mutant[] {
  const { policy, condition } = source;
  const { values, pointer, operator, key } = condition;
  if (values.length < 2) return [];
  const covers = operator.name === 'StringLike' || operator.name === 'StringNotLike' ? coversText : never;
  const isList = locate(policy.root, pointer)?.kind === 'array';
  return values.map((value, index): Mutant => {
    const others = values.filter((_, other) => other !== index);
    return {
      kind: 'drop-condition-value',
      pointer: isList ? `${pointer}/${String(index)}` : pointer,
      before: `${JSON.stringify(operator.text)}: { ${line(key, value)} }`,
      after: null,
      statement: replaced(source, { ...condition, values: others }),
      equivalent: eachCovered([value], others, covers),
    };
  });
}

function never(): boolean {
  return false;
}

/** The two differ only where the key is absent: where the evaluator says the same then, they are the same. */
function swapIfExists(source: ConditionSource): readonly Mutant[] {
  const { condition, statement } = source;
  const { operator } = condition;
  const text = operator.ifExists ? operator.text.replace(/IfExists$/i, '') : `${operator.text}IfExists`;
  const twin = withOperator(condition, text);
  if (twin === undefined) return [];
  const isPresent = statement.conditions.some(
    ({ operator: { name, qualifier }, key, values }) =>
      name === 'Null' &&
      qualifier === undefined &&
      key.toLowerCase() === condition.key.toLowerCase() &&
      values.every((v) => v.toLowerCase() === 'false'),
  );
  const equivalent = isPresent || withoutKey(source, condition) === withoutKey(source, twin);
  return [{ ...swapped(source, twin), kind: 'swap-if-exists', equivalent }];
}

function swapQualifier(source: ConditionSource): readonly Mutant[] {
  const { condition } = source;
  const { qualifier, text } = condition.operator;
  if (qualifier === undefined) return [];
  const other = qualifier === 'ForAllValues' ? 'ForAnyValue' : 'ForAllValues';
  const twin = withOperator(condition, `${other}${text.slice(text.indexOf(':'))}`);
  return twin === undefined
    ? []
    : [{ ...swapped(source, twin), kind: 'swap-set-qualifier', equivalent: false }];
}

function withOperator(condition: Condition, text: string): Condition | undefined {
  const operator = parseConditionOperator(text);
  return operator && { ...condition, operator };
}

function swapped(source: ConditionSource, twin: Condition): Omit<Mutant, 'kind' | 'equivalent'> {
  return { ...placeOf(source), after: show(twin), statement: replaced(source, twin) };
}

function placeOf({ condition }: ConditionSource): Pick<Mutant, 'pointer' | 'before'> {
  return { pointer: condition.pointer, before: show(condition) };
}

function replaced({ statement, index }: ConditionSource, condition: Condition): Statement {
  const conditions = statement.conditions.map((old, other) => (other === index ? condition : old));
  return { ...statement, conditions };
}

/** What a condition makes of an Allow and of a Deny without its key, where it may be neither true nor false. */
function withoutKey({ policy, statement }: ConditionSource, condition: Condition): string {
  const everything = { negated: false, values: ['*'] };
  const principal = 'arn:aws:iam::111122223333:user/alice';
  const decisions = (['Allow', 'Deny'] as const).map((effect) => {
    const only: Statement = {
      ...statement,
      effect,
      principal: undefined,
      action: everything,
      resource: everything,
      conditions: [condition],
    };
    const { decide } = compile({ identity: [{ ...policy, statements: [only] }] });
    return decide({ principal, action: 'example:Example', resource: '*', context: {} });
  });
  return decisions.join();
}

/** Whether two conditions say the same in the same words. */
export function sameCondition(one: Condition, other: Condition): boolean {
  const { name, qualifier, ifExists } = one.operator;
  return (
    name === other.operator.name &&
    qualifier === other.operator.qualifier &&
    ifExists === other.operator.ifExists &&
    one.key.toLowerCase() === other.key.toLowerCase() &&
    eachCovered(one.values, other.values, never) &&
    eachCovered(other.values, one.values, never)
  );
}

function show({ operator, key, values }: Condition): string {
  const [first = '', ...more] = values;
  const shown = more.length === 0 ? JSON.stringify(first) : JSON.stringify(values);
  return `${JSON.stringify(operator.text)}: { ${JSON.stringify(key)}: ${shown} }`;
}
