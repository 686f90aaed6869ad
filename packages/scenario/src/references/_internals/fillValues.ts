import { pointerTo, unknownParts, type ExtractedPolicy, type JsonNode } from '@policywright/policy';

/** A document with the values that a reference gives. */
export interface FilledDocument {
  readonly node: JsonNode;
  /** Names of what is still not known, each once. */
  readonly missing: readonly string[];
  /** Whether something hangs on a condition of the template or is unknown in another way that no text settles. */
  readonly isOpen: boolean;
}

/**
 * Puts values in the place of what a template does not know before it is deployed.
 *
 * @param document - as `extractPolicies` found it.
 * @param values - by the name of the parameter, resource or attribute, such as `Queue.Arn` or `AWS::Region`.
 */
export function fillValues(
  { node, isUnknown, whole }: ExtractedPolicy,
  values: Readonly<Record<string, string>> | undefined,
): FilledDocument {
  const given = new Map(Object.entries(values ?? {}).map(([name, value]) => [spelling(name), value]));
  const missing = new Set<string>();
  let isOpen = !whole;
  const fill = (value: JsonNode, pointer: string): JsonNode => {
    switch (value.kind) {
      case 'object':
        return {
          ...value,
          members: value.members.map((member) => ({
            ...member,
            value: fill(member.value, pointerTo(pointer, member.name.value)),
          })),
        };
      case 'array':
        return { ...value, items: value.items.map((item, index) => fill(item, pointerTo(pointer, index))) };
      default:
    }
    if (!isUnknown(pointer)) return value;
    const parts = value.kind === 'string' ? unknownParts(value.value) : [];
    if (value.kind !== 'string' || parts.length === 0) {
      isOpen = true;
      return value;
    }
    let text = '';
    let place = 0;
    for (const { start, end } of parts) {
      const name = nameIn(value.value.slice(start, end));
      const known = given.get(spelling(name));
      if (known === undefined) missing.add(name);
      text += value.value.slice(place, start) + (known ?? '');
      place = end;
    }
    return { ...value, value: text + value.value.slice(place) };
  };
  return { node: fill(node, ''), missing: [...missing], isOpen };
}

/** The name in a placeholder such as `${unknown.name-Bucket}`, `${bucket}` or `{{ bucket }}`. */
function nameIn(placeholder: string): string {
  const inner = placeholder.replace(/^(?:[$%#]\{|\{[{%]|<%=?)|(?:[%}]?\}|%>)$/g, '').trim();
  return inner.replace(/^unknown\.(?:name-)?/, '');
}

/** `AWS::Region` and `AWS.Region` are one name. */
function spelling(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '.');
}
