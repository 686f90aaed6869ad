import { findConditionKey } from '@policywright/catalog';
import type { ConditionKey } from '@policywright/catalog';
import { UNKNOWN_PREFIX } from '@policywright/policy';
import type { Condition } from '@policywright/policy';
import { keyNeedsTag } from './keyNeedsTag.ts';

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
  #definition: ConditionKey | null | undefined;
  #needsTag: boolean | undefined;

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
    // A document can have more keys than the table holds.
    if (this.#definition === undefined) this.#definition = definitionOf(this.condition.key, this.key);
    return this.#definition ?? undefined;
  }

  /** Whether it stands for conditions that are not known. */
  get isUnknown(): boolean {
    return this.condition.key.startsWith(UNKNOWN_PREFIX.slice(2));
  }

  /** Whether the key is not in the catalog and lacks only the name of a tag (rule S75). */
  get needsTag(): boolean {
    return (this.#needsTag ??= this.definition === undefined && keyNeedsTag(this.key));
  }

  /** Whether it tells if the key is absent: with a set qualifier `Null` says nothing (rule S82). */
  get isNullTest(): boolean {
    return this.family === 'Null' && this.condition.operator.qualifier === undefined;
  }

  /** Whether the condition fails where the key is absent. */
  get needsKey(): boolean {
    const { operator, values } = this.condition;
    if (this.isNullTest) return !values.some((value) => value.toLowerCase() === 'true');
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

function definitionOf(key: string, lowerCase: string): ConditionKey | null {
  let found = definitions.get(lowerCase);
  if (found === undefined) {
    if (definitions.size >= MOST_DEFINITIONS) definitions.clear();
    found = findConditionKey(key) ?? null;
    definitions.set(lowerCase, found);
  }
  return found;
}

function familyOf(name: string): OperatorFamily {
  if (name.includes('IpAddress')) return 'Ip';
  for (const family of ['String', 'Numeric', 'Date', 'Binary', 'Arn', 'Bool'] as const) {
    if (name.startsWith(family)) return family;
  }
  return 'Null';
}
