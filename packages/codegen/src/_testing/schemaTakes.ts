import type { Schema } from '../schema/schema.ts';

/**
 * Whether a JSON Schema of draft 7 takes a value, as far as the schemas of policy documents need it.
 *
 * @param root - the schema, with its definitions.
 * @param value - a document.
 */
export function schemaTakes(root: Schema, value: unknown): boolean {
  const takes = (schema: unknown, item: unknown): boolean =>
    Object.entries(schema as Schema).every(([keyword, wanted]) => {
      const check = KEYWORDS[keyword];
      if (check === undefined) throw new Error(`the keyword ${keyword} is not known here`);
      return check({ wanted, item, schema: schema as Schema, root, takes });
    });
  return takes(root, value);
}

interface Check {
  readonly wanted: unknown;
  readonly item: unknown;
  readonly schema: Schema;
  readonly root: Schema;
  readonly takes: (schema: unknown, item: unknown) => boolean;
}

const isObject = (item: unknown): item is Schema =>
  typeof item === 'object' && item !== null && !Array.isArray(item);
const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isObject(value) ? Object.entries(value) : [];
const listOf = (wanted: unknown): readonly unknown[] => (Array.isArray(wanted) ? wanted : [wanted]);
const kindOf = (item: unknown): string =>
  Array.isArray(item) ? 'array' : item === null ? 'null' : typeof item;

/** The schemas of a member: those of its name, and of the patterns that it matches. */
function schemasOf(name: string, schema: Schema): readonly unknown[] {
  const own = entriesOf(schema['properties']).filter(([known]) => known === name);
  const matching = entriesOf(schema['patternProperties']).filter(([pattern]) =>
    new RegExp(pattern).test(name),
  );
  return [...own, ...matching].map(([, of]) => of);
}

const always = (): boolean => true;

const KEYWORDS: Readonly<Record<string, (check: Check) => boolean>> = {
  $schema: always,
  title: always,
  definitions: always,
  $ref: ({ wanted, item, root, takes }) => {
    const [name = ''] = /[^/]+$/.exec(String(wanted)) ?? [];
    const definition = new Map(entriesOf(root['definitions'])).get(name);
    if (definition === undefined) throw new Error(`there is no definition ${String(wanted)}`);
    return takes(definition, item);
  },
  type: ({ wanted, item }) => {
    const known = ['object', 'array', 'string', 'number', 'boolean', 'null'];
    const unknown = listOf(wanted).filter((type) => !known.includes(String(type)));
    if (unknown.length > 0) throw new Error(`there is no type ${unknown.join()}`);
    return listOf(wanted).includes(kindOf(item));
  },
  const: ({ wanted, item }) => item === wanted,
  enum: ({ wanted, item }) => listOf(wanted).includes(item),
  anyOf: ({ wanted, item, takes }) => listOf(wanted).some((one) => takes(one, item)),
  oneOf: ({ wanted, item, takes }) => listOf(wanted).filter((one) => takes(one, item)).length === 1,
  allOf: ({ wanted, item, takes }) => listOf(wanted).every((one) => takes(one, item)),
  not: ({ wanted, item, takes }) => !takes(wanted, item),
  required: ({ wanted, item }) =>
    !isObject(item) || listOf(wanted).every((name) => Object.hasOwn(item, String(name))),
  minProperties: ({ wanted, item }) => !isObject(item) || Object.keys(item).length >= Number(wanted),
  minItems: ({ wanted, item }) => !Array.isArray(item) || item.length >= Number(wanted),
  minLength: ({ wanted, item }) => typeof item !== 'string' || item.length >= Number(wanted),
  pattern: ({ wanted, item }) => typeof item !== 'string' || new RegExp(String(wanted)).test(item),
  items: ({ wanted, item, takes }) => !Array.isArray(item) || item.every((one) => takes(wanted, one)),
  properties: ({ item, schema, takes }) =>
    entriesOf(item).every(([name, value]) => schemasOf(name, schema).every((one) => takes(one, value))),
  patternProperties: always,
  additionalProperties: ({ item, schema }) =>
    entriesOf(item).every(([name]) => schemasOf(name, schema).length > 0),
};
