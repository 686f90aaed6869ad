import type { JsonMember, JsonNode } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import { unknownText } from '../unknownText.ts';
import { referenceText, type TemplateResources } from './resourceReferences.ts';

/** A longer text is given up as unknown: references can multiply texts without bound. */
const LONGEST_TEXT = 100_000;

const INTRINSIC = /^(?:Ref|Fn::.*)$/;

/** `${Name}` in `Fn::Sub`; `${!Name}` is `${Name}` itself. */
const REFERENCE = /\$\{([^}]*)\}/g;

/** The macro that adds what it returns to the object that it stands in. */
export const INCLUDE = 'Fn::Transform';

const LOOP = 'Fn::ForEach::';

/** Whether a member is none that is deployed, but `Ref`, a function or a loop. */
export function isIntrinsicName(name: string): boolean {
  return INTRINSIC.test(name);
}

/** The members that a loop (`Fn::ForEach`) adds to the object that it stands in, with its variable in them; else none. */
export function membersOfLoop({ name, value }: JsonMember): readonly JsonMember[] {
  const body = value.kind === 'array' ? value.items[2] : undefined;
  return name.value.startsWith(LOOP) && body?.kind === 'object' ? body.members : [];
}

/** The only member of a CloudFormation intrinsic, such as `Ref` or `Fn::Sub`. */
export function intrinsicOf(node: JsonNode): JsonMember | undefined {
  if (node.kind !== 'object' || node.members.length !== 1) return undefined;
  const [member] = node.members;
  const name = member?.name.value ?? '';
  return isIntrinsicName(name) && !name.startsWith(LOOP) ? member : undefined;
}

/** A value with its pointer. */
export interface PlacedNode {
  readonly node: JsonNode;
  readonly pointer: string;
}

/**
 * What a value can turn out to be when the template is deployed: both branches of `Fn::If`, nothing for
 * `AWS::NoValue`, any other value itself.
 *
 * @param node - the value.
 * @param pointer - of it.
 */
export function placedAlternatives(node: JsonNode, pointer: string): readonly PlacedNode[] {
  const intrinsic = intrinsicOf(node);
  if (intrinsic === undefined) return [{ node, pointer }];
  const { name, value } = intrinsic;
  if (name.value === 'Ref' && value.kind === 'string' && value.value === 'AWS::NoValue') return [];
  if (name.value !== 'Fn::If' || value.kind !== 'array' || value.items.length !== 3)
    return [{ node, pointer }];
  const at = pointerTo(pointer, name.value);
  return value.items.slice(1).flatMap((item, index) => placedAlternatives(item, pointerTo(at, index + 1)));
}

/** What a value can turn out to be, without pointers. */
export function alternativesOf(node: JsonNode): readonly JsonNode[] {
  return placedAlternatives(node, '').map((each) => each.node);
}

/**
 * The text of a string or intrinsic, unknown parts as `unknownText` writes them.
 *
 * @param node - the value.
 * @param resources - that it may refer to; what references to them return is then known in part.
 */
export function textOf(node: JsonNode, resources: TemplateResources = NO_RESOURCES): string {
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number') return node.text;
  if (node.kind === 'boolean') return String(node.value);
  const intrinsic = intrinsicOf(node);
  if (intrinsic === undefined) return unknownText('value');
  const { name, value } = intrinsic;
  switch (name.value) {
    case 'Ref':
      return referred(textOf(value), resources);
    case 'Fn::Sub':
      return substituted(value, resources) ?? unknownText('Sub');
    case 'Fn::Join':
      return joined(value, resources) ?? unknownText('Join');
    case 'Fn::GetAtt':
      return referred(
        value.kind === 'array' ? value.items.map((item) => textOf(item)).join('.') : textOf(value),
        resources,
      );
    default:
      return unknownText(name.value.slice('Fn::'.length));
  }
}

const NO_RESOURCES: TemplateResources = new Map();

function referred(reference: string, resources: TemplateResources): string {
  return referenceText(reference, { resources, textOf: (node) => textOf(node) }) ?? unknownText(reference);
}

/** `Fn::Sub` of a text, or of a text and values for some of its names. */
function substituted(argument: JsonNode, resources: TemplateResources): string | undefined {
  const [template, values] = argument.kind === 'array' ? argument.items : [argument];
  if (template?.kind !== 'string') return undefined;
  const known = new Map<string, string>();
  if (values?.kind === 'object')
    for (const { name, value } of values.members) known.set(name.value, textOf(value, resources));
  let text = '';
  let place = 0;
  for (const match of template.value.matchAll(REFERENCE)) {
    const name = (match[1] ?? '').trim();
    text += template.value.slice(place, match.index);
    text += name.startsWith('!') ? `\${${name.slice(1)}}` : (known.get(name) ?? referred(name, resources));
    place = match.index + match[0].length;
    if (text.length > LONGEST_TEXT) return undefined;
  }
  return text + template.value.slice(place);
}

function joined(argument: JsonNode, resources: TemplateResources): string | undefined {
  if (argument.kind !== 'array') return undefined;
  const [delimiter, list] = argument.items;
  if (delimiter?.kind !== 'string' || list?.kind !== 'array') return undefined;
  let text = '';
  for (const [index, part] of list.items.entries()) {
    text += (index === 0 ? '' : delimiter.value) + textOf(part, resources);
    if (text.length > LONGEST_TEXT) return undefined;
  }
  return text;
}
