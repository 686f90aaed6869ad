import type { Request } from '@policywright/evaluator';
import type { JsonNode } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import type { NodeReader, Placed } from './nodeReader.ts';

type Context = NonNullable<Request['context']>;
type ContextValue = Context[string];
type ContextScalar = string | boolean;

/** Reads the request context; `undefined` where it is no object. Wrong values are reported and left out. */
export function readContext(reader: NodeReader, place: Placed): Context | undefined {
  const object = reader.object(place, '`context`');
  if (object === undefined) return undefined;
  const entries: [string, ContextValue][] = [];
  for (const member of reader.members(object)) {
    const value = readValue(member.node);
    if (value !== undefined) entries.push([member.name, value]);
    else reportValue(reader, member, member.name);
  }
  return Object.fromEntries(entries);
}

function reportValue(reader: NodeReader, place: Placed, key: string): void {
  reader.report(place, {
    code: 'scenario-context',
    message: `the value of the context key ${quote(key)} is not a string, number or boolean, nor an array of those`,
    help: 'leave a key out to say that the request does not have it',
  });
}

function readValue(node: JsonNode): ContextValue | undefined {
  if (node.kind !== 'array') return readScalar(node);
  const values = node.items.map(readScalar);
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** Numbers stay in their source spelling, which a JavaScript number would lose (rule S18). */
function readScalar(node: JsonNode): ContextScalar | undefined {
  if (node.kind === 'number') return node.text;
  return node.kind === 'string' || node.kind === 'boolean' ? node.value : undefined;
}
