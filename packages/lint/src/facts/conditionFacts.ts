import type { ConditionKey } from '@policywright/catalog';
import type { Condition } from '@policywright/policy';
import { findKey } from './findKey.ts';

/** The families of operators. */
export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'Ip' | 'Arn' | 'Null';

// Definitions depend on nothing but the key's text; bounded, since keys come from documents.
const definitions = new Map<string, ConditionKey | null>();
const MOST_DEFINITIONS = 5000;

/** What is known about one (operator, key) pair. */
export class ConditionFacts {
  readonly condition: Condition;
  /** The key in lower case (rule S73). */
  readonly key: string;
  readonly family: OperatorFamily;
  /** Whether the operator holds where the key is absent, `IfExists` aside (rule S77). */
  readonly negated: boolean;

  constructor(condition: Condition) {
    this.condition = condition;
    this.key = condition.key.toLowerCase();
    const { name } = condition.operator;
    this.family = familyOf(name);
    this.negated = name.includes('Not');
  }

  get pointer(): string {
    return this.condition.pointer;
  }

  get values(): readonly string[] {
    return this.condition.values;
  }

  /** The key's definition in the catalog. */
  get definition(): ConditionKey | undefined {
    let found = definitions.get(this.key);
    if (found === undefined) {
      if (definitions.size >= MOST_DEFINITIONS) definitions.clear();
      found = findKey(this.condition.key) ?? null;
      definitions.set(this.key, found);
    }
    return found ?? undefined;
  }

  /** Whether the condition fails where the key is absent. */
  get needsKey(): boolean {
    const { operator, values } = this.condition;
    if (operator.name === 'Null') return !values.some((value) => value.toLowerCase() === 'true');
    if (operator.ifExists || operator.qualifier === 'ForAllValues') return false;
    return operator.qualifier === 'ForAnyValue' || !this.negated;
  }
}

function familyOf(name: string): OperatorFamily {
  if (name.includes('IpAddress')) return 'Ip';
  for (const family of ['String', 'Numeric', 'Date', 'Binary', 'Arn', 'Bool'] as const) {
    if (name.startsWith(family)) return family;
  }
  return 'Null';
}
