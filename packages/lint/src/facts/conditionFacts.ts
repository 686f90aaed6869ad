import { readBoolean } from '@policywright/conditions/values';
import { UNKNOWN_PREFIX, type Condition } from '@policywright/policy';

/** The families of operators. */
export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'Ip' | 'Arn' | 'Null';

/** What is known about one (operator, key) pair. */
export class ConditionFacts {
  /** The condition as `@policywright/policy` reads it. */
  readonly condition: Condition;
  /** The key in lower case (rule S73). */
  readonly key: string;
  /** What its operator compares. */
  readonly family: OperatorFamily;
  /** Whether the operator holds where the key is absent, `IfExists` aside (rule S77). */
  readonly negated: boolean;

  /** @internal */
  constructor(condition: Condition) {
    this.condition = condition;
    this.key = condition.key.toLowerCase();
    const { name } = condition.operator;
    this.family = familyOf(name);
    this.negated = name.includes('Not');
  }

  /** The pointer of the key, and so of its values. */
  get pointer(): string {
    return this.condition.pointer;
  }

  /** The values as texts. */
  get values(): readonly string[] {
    return this.condition.values;
  }

  /** Whether it stands for conditions that are not known. */
  get isUnknown(): boolean {
    return this.condition.key.startsWith(UNKNOWN_PREFIX.slice(2));
  }

  /** Whether it tells if the key is absent: with a set qualifier `Null` says nothing (rule S82). */
  get isNullTest(): boolean {
    return this.family === 'Null' && this.condition.operator.qualifier === undefined;
  }

  /** Whether the condition fails where the key is absent. */
  get needsKey(): boolean {
    const { operator, values } = this.condition;
    if (this.isNullTest) return !values.some((value) => readBoolean(value) === true);
    if (operator.ifExists || operator.qualifier === 'ForAllValues') return false;
    return operator.qualifier === 'ForAnyValue' || !this.negated;
  }

  /** Whether the condition holds where the key is absent, without anybody having asked for that (S77, S79). */
  get holdsByAbsence(): boolean {
    if (this.isNullTest) return !this.needsKey;
    const { ifExists, qualifier } = this.condition.operator;
    return this.negated && !ifExists && qualifier === undefined;
  }
}

function familyOf(name: string): OperatorFamily {
  if (name.includes('IpAddress')) return 'Ip';
  for (const family of ['String', 'Numeric', 'Date', 'Binary', 'Arn', 'Bool'] as const) {
    if (name.startsWith(family)) return family;
  }
  return 'Null';
}
