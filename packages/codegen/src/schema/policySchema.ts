import type { ConditionKey, Service } from '@policywright/catalog';
import { GLOBAL_CONDITION_KEYS } from '../keys/globalConditionKeys.ts';
import { byCodePoint } from '../names/byCodePoint.ts';
import { conditionSchemas } from './conditionSchemas.ts';
import { oneOrMore, type Schema } from './schema.ts';

/**
 * Describes policy documents that use only some services as a JSON Schema of draft 7, which editors read.
 *
 * It expects the canonical spelling of actions and keys, though IAM takes any letter case (rules S61, S73): a
 * schema is for completions and for catching slips, not for judging documents of others.
 *
 * @param services - the services, sorted by prefix.
 */
export function policySchema(services: readonly Service[]): Schema {
  const conditions = conditionSchemas(allKeys(services));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `IAM policy document for ${services.map(({ prefix }) => prefix).join(', ')}`,
    type: 'object',
    required: ['Statement'],
    additionalProperties: false,
    properties: {
      Version: { enum: ['2012-10-17', '2008-10-17'] },
      Id: { type: 'string' },
      Statement: oneOrMore({ $ref: '#/definitions/statement' }),
    },
    definitions: { statement: statementSchema(), action: actionSchema(services), ...conditions },
  };
}

/** Prints a schema as the text of a file. */
export function printSchema(schema: Schema): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function statementSchema(): Schema {
  const texts = oneOrMore({ type: 'string', minLength: 1 });
  const principal = {
    anyOf: [
      { const: '*' },
      {
        type: 'object',
        minProperties: 1,
        additionalProperties: false,
        properties: { AWS: texts, Service: texts, Federated: texts, CanonicalUser: texts },
      },
    ],
  };
  const actions = oneOrMore({ $ref: '#/definitions/action' });
  return {
    type: 'object',
    required: ['Effect'],
    additionalProperties: false,
    // An element and its negation exclude each other (rules S14 to S16).
    allOf: [
      { oneOf: [{ required: ['Action'] }, { required: ['NotAction'] }] },
      { not: { required: ['Resource', 'NotResource'] } },
      { not: { required: ['Principal', 'NotPrincipal'] } },
    ],
    properties: {
      Sid: { type: 'string' },
      Effect: { enum: ['Allow', 'Deny'] },
      Principal: principal,
      NotPrincipal: principal,
      Action: actions,
      NotAction: actions,
      Resource: texts,
      NotResource: texts,
      Condition: { $ref: '#/definitions/condition' },
    },
  };
}

function actionSchema(services: readonly Service[]): Schema {
  const names = services.flatMap(({ actions }) => actions.map(({ fullName }) => fullName)).sort(byCodePoint);
  const prefixes = services.map(({ prefix }) => prefix).join('|');
  const wildcard = `^(\\*|(${prefixes}):[A-Za-z0-9-]*[*?][A-Za-z0-9*?-]*)$`;
  return { anyOf: [{ enum: names }, { type: 'string', pattern: wildcard }] };
}

function allKeys(services: readonly Service[]): readonly ConditionKey[] {
  const byNameAndType = new Map(
    [...GLOBAL_CONDITION_KEYS, ...services.flatMap(({ conditionKeys }) => conditionKeys)].map((key) => [
      `${key.name} ${key.type}`,
      key,
    ]),
  );
  return [...byNameAndType.values()].sort((left, right) => byCodePoint(left.name, right.name));
}
