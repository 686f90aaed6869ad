/** A part of a JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** Describes a value that may stand alone or in a list. */
export function oneOrMore(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'array', minItems: 1, items: schema }] };
}
