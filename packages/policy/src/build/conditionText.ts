import type { OperatorName, SetQualifier } from '../model/conditionOperator.ts';

/** Every condition operator in canonical spelling, with set qualifier and `IfExists` (rules S78, S82 to S88). */
export type ConditionOperatorText =
  | 'Null'
  | `${'' | `${SetQualifier}:`}${Exclude<OperatorName, 'Null'>}${'' | 'IfExists'}`;

/** What an operator compares with: booleans, numbers, or text. */
export type ConditionValue<Operator extends ConditionOperatorText> = ValueOf<
  Unsuffixed<Unqualified<Operator>>
>;

type Unqualified<Operator extends string> = Operator extends `${SetQualifier}:${infer Rest}`
  ? Rest
  : Operator;

type Unsuffixed<Operator extends string> = Operator extends `${infer Name}IfExists` ? Name : Operator;

type ValueOf<Name extends string> = Name extends 'Bool' | 'Null'
  ? boolean | `${boolean}`
  : Name extends `Numeric${string}`
    ? number | `${number}`
    : Name extends `Date${string}`
      ? number | string
      : string;
