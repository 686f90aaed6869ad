import type { JsonMember, JsonNode } from '../../json/jsonNode.ts';
import { UNKNOWN_PREFIX, unknownText } from '../unknownText.ts';

/** A longer text is given up as unknown: references can multiply texts without bound. */
const LONGEST_TEXT = 100_000;

const INTRINSIC = /^(?:Ref|Fn::.*)$/;

/** `${Name}` in `Fn::Sub`; `${!Name}` is `${Name}` itself. */
const REFERENCE = /\$\{([^}]*)\}/g;

/** The only member of a CloudFormation intrinsic, such as `Ref` or `Fn::Sub`. */
export function intrinsicOf(node: JsonNode): JsonMember | undefined {
  if (node.kind !== 'object' || node.members.length !== 1) return undefined;
  const [member] = node.members;
  return member !== undefined && INTRINSIC.test(member.name.value) ? member : undefined;
}

/** Variables of the Serverless Framework, apart from those that could be policy variables. */
const FOREIGN_VARIABLE = /\$\{(?:(?:self|opt|sls|env|cf|param):|ssm:\/|file\()/;

/** Whether a text has a part that is not known before deployment. */
export function isUnknownText(text: string): boolean {
  return text.includes(UNKNOWN_PREFIX) || FOREIGN_VARIABLE.test(text);
}

/** Whether a tree has an intrinsic or a text with an unknown part in it. */
export function hasUnknownParts(node: JsonNode): boolean {
  switch (node.kind) {
    case 'string':
      return isUnknownText(node.value);
    case 'array':
      return node.items.some(hasUnknownParts);
    case 'object':
      return (
        intrinsicOf(node) !== undefined ||
        node.members.some(({ name, value }) => hasUnknownParts(name) || hasUnknownParts(value))
      );
    default:
      return false;
  }
}

/**
 * What a value can turn out to be when the template is deployed: both branches of `Fn::If`, nothing for
 * `AWS::NoValue`, any other value itself.
 */
export function alternativesOf(node: JsonNode): readonly JsonNode[] {
  const intrinsic = intrinsicOf(node);
  if (intrinsic === undefined) return [node];
  const { name, value } = intrinsic;
  if (name.value === 'Ref' && value.kind === 'string' && value.value === 'AWS::NoValue') return [];
  if (name.value !== 'Fn::If' || value.kind !== 'array' || value.items.length !== 3) return [node];
  return value.items.slice(1).flatMap(alternativesOf);
}

/** The text of a string or intrinsic, unknown parts as `unknownText` writes them. */
export function textOf(node: JsonNode): string {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return node.text;
  if (node.kind === 'boolean') return String(node.value);
  const intrinsic = intrinsicOf(node);
  if (intrinsic === undefined) return unknownText('value');
  const { name, value } = intrinsic;
  switch (name.value) {
    case 'Ref':
      return unknownText(textOf(value));
    case 'Fn::Sub':
      return substituted(value) ?? unknownText('Sub');
    case 'Fn::Join':
      return joined(value) ?? unknownText('Join');
    case 'Fn::GetAtt':
      return unknownText(value.kind === 'array' ? value.items.map(textOf).join('.') : textOf(value));
    default:
      return unknownText(name.value.slice('Fn::'.length));
  }
}

/** `Fn::Sub` of a text, or of a text and values for some of its names. */
function substituted(argument: JsonNode): string | undefined {
  const [template, values] = argument.kind === 'array' ? argument.items : [argument];
  if (template?.kind !== 'string') return undefined;
  const known = new Map<string, string>();
  if (values?.kind === 'object')
    for (const { name, value } of values.members) known.set(name.value, textOf(value));
  let text = '';
  let place = 0;
  for (const match of template.value.matchAll(REFERENCE)) {
    const name = (match[1] ?? '').trim();
    text += template.value.slice(place, match.index);
    text += name.startsWith('!') ? `\${${name.slice(1)}}` : (known.get(name) ?? unknownText(name));
    place = match.index + match[0].length;
    if (text.length > LONGEST_TEXT) return undefined;
  }
  return text + template.value.slice(place);
}

function joined(argument: JsonNode): string | undefined {
  if (argument.kind !== 'array') return undefined;
  const [delimiter, list] = argument.items;
  if (delimiter?.kind !== 'string' || list?.kind !== 'array') return undefined;
  let text = '';
  for (const [index, part] of list.items.entries()) {
    text += (index === 0 ? '' : delimiter.value) + textOf(part);
    if (text.length > LONGEST_TEXT) return undefined;
  }
  return text;
}
