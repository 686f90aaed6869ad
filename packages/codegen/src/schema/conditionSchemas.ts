import type { ConditionKey, ConditionKeyType } from '@policywright/catalog';
import { isTemplate } from '../keys/keyTemplate.ts';
import { oneOrMore, type Schema } from './schema.ts';

interface OperatorFamily {
  readonly name: string;
  /** A regular expression for the operators without set operator and `IfExists`. */
  readonly operators: string;
  readonly keyTypes: readonly ConditionKeyType[];
  readonly value: Schema;
}

const TEXT = { type: 'string' };

/** Which operators go with which keys; text operators also compare ARNs, as texts. */
const FAMILIES: readonly OperatorFamily[] = [
  {
    name: 'String',
    operators: 'String(Not)?(Equals|EqualsIgnoreCase|Like)',
    keyTypes: ['String', 'ARN'],
    value: TEXT,
  },
  { name: 'Arn', operators: 'Arn(Not)?(Equals|Like)', keyTypes: ['ARN'], value: TEXT },
  {
    name: 'Numeric',
    operators: 'Numeric(Not)?Equals|Numeric(LessThan|GreaterThan)(Equals)?',
    keyTypes: ['Numeric'],
    value: { type: ['number', 'string'] },
  },
  {
    name: 'Date',
    operators: 'Date(Not)?Equals|Date(LessThan|GreaterThan)(Equals)?',
    keyTypes: ['Date'],
    value: { type: ['number', 'string'] },
  },
  { name: 'Bool', operators: 'Bool', keyTypes: ['Bool'], value: { enum: [true, false, 'true', 'false'] } },
  { name: 'IpAddress', operators: '(Not)?IpAddress', keyTypes: ['IPAddress'], value: TEXT },
  { name: 'Binary', operators: 'BinaryEquals', keyTypes: ['Binary'], value: TEXT },
];

/**
 * Describes the `Condition` element, with the operators and values that suit each key.
 *
 * @param keys - the keys to know, sorted by name.
 * @returns definitions by name; `condition` is the element.
 */
export function conditionSchemas(keys: readonly ConditionKey[]): Readonly<Record<string, Schema>> {
  const families = FAMILIES.map((family) => ({
    ...family,
    keys: keys.filter(({ type }) => family.keyTypes.includes(type)),
  })).filter((family) => family.keys.length > 0);
  const operators = families.map(({ name, operators: pattern }) => [
    `^(ForAnyValue:|ForAllValues:)?(${pattern})(IfExists)?$`,
    { $ref: `#/definitions/keys${name}` },
  ]);
  const nullValue = oneOrMore({ enum: [true, false, 'true', 'false'] });
  return {
    condition: {
      type: 'object',
      additionalProperties: false,
      properties: { Null: keysSchema(keys, nullValue) },
      patternProperties: Object.fromEntries(operators),
    },
    ...Object.fromEntries(
      families.map(({ name, keys: own, value }) => [`keys${name}`, keysSchema(own, oneOrMore(value))]),
    ),
  };
}

function keysSchema(keys: readonly ConditionKey[], value: Schema): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      keys.filter(({ name }) => !isTemplate(name)).map(({ name }) => [name, value]),
    ),
    patternProperties: Object.fromEntries(
      keys.filter(({ name }) => isTemplate(name)).map(({ name }) => [templatePattern(name), value]),
    ),
  };
}

function templatePattern(name: string): string {
  const parts = name.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.+*?^$(){}|[\]\\]/g, '\\$&'));
  return `^${parts.join('.+')}$`;
}
