/** A part of a JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** The version of JSON Schema that editors read. */
export const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** A text. */
export const TEXT: Schema = { type: 'string' };

/** Texts in a list. */
export const TEXTS: Schema = { type: 'array', items: TEXT };

/** An object with some members, and no others unless it is open. */
export function objectOf(
  properties: Readonly<Record<string, Schema>>,
  { required, open = false }: { readonly required?: readonly string[]; readonly open?: boolean } = {},
): Schema {
  return {
    type: 'object',
    ...(required && { required }),
    ...(!open && { additionalProperties: false }),
    properties,
  };
}

/** Gives a schema the words that an editor shows. */
export function described(schema: Schema, description: string): Schema {
  return { ...schema, description };
}

/** A value that may stand alone or in a list. */
export function oneOrMore(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'array', items: schema }] };
}
