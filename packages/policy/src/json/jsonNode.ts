/** A JSON value with its place in the source: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

interface Located {
  readonly start: number;
  readonly end: number;
}

export interface JsonObject extends Located {
  readonly kind: 'object';
  /** In source order, repeated names included. */
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly name: JsonString;
  readonly value: JsonNode;
}

export interface JsonArray extends Located {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonString extends Located {
  readonly kind: 'string';
  /** With escapes resolved. */
  readonly value: string;
}

export interface JsonNumber extends Located {
  readonly kind: 'number';
  /** The source spelling, such as `1e3` (rule S18). */
  readonly text: string;
}

export interface JsonBoolean extends Located {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface JsonNull extends Located {
  readonly kind: 'null';
}
