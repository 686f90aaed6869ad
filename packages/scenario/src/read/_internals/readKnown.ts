import { isAccountId, parseArn } from '@policywright/arn';
import type { JsonObject, Policy } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { knownWorld, type KnownResource, type KnownWorld } from '../../model/knownWorld.ts';
import { namesDefaultPolicy, readDefaultPolicy } from './defaultPolicy.ts';
import type { KnownDocuments } from './knownDocuments.ts';
import type { NodeReader, Placed } from './nodeReader.ts';

const MEMBERS = ['account', 'tags', 'policy', 'trust', 'keyArn', 'roles', 'role', 'underlying'];

/** What resources are read with. */
interface Reading {
  readonly reader: NodeReader;
  readonly known: KnownDocuments;
}

/**
 * Reads what is known of resources: an object by ARN, or a list of `{ arn, … }`. What has an error is reported.
 *
 * @returns `undefined` where it is neither.
 */
export function readKnown(reading: Reading, place: Placed): KnownWorld | undefined {
  const { reader } = reading;
  const named = resourcesIn(reader, place);
  if (named === undefined) return undefined;
  const resources = new Map<string, KnownResource>();
  for (const { name, object } of named) {
    if (resources.has(name))
      reader.report(object, { code: 'scenario-world', message: `${quote(name)} is there twice` });
    else resources.set(name, readResource(reading, object, name));
  }
  return knownWorld(resources);
}

interface Named {
  readonly name: string;
  readonly object: Placed<JsonObject>;
}

function resourcesIn(reader: NodeReader, place: Placed): readonly Named[] | undefined {
  if (place.node.kind === 'object') {
    return reader.members({ node: place.node, pointer: place.pointer }).flatMap((member) => {
      if (!isNamed(member)) {
        const help = 'what is known of resources stands by their ARNs: { "arn:…": { "tags": {} } }';
        reader.report(member, { code: 'scenario-world', message: `${quote(member.name)} is no ARN`, help });
        return [];
      }
      const object = reader.object(member, `what is known of ${quote(member.name)}`);
      if (object !== undefined) reader.checkMembers(object, MEMBERS, false);
      return object === undefined ? [] : [{ name: member.name, object }];
    });
  }
  return reader.items(place, '`world`')?.flatMap((item) => {
    const object = reader.object(item, 'a resource');
    if (object === undefined) return [];
    reader.checkMembers(object, ['arn', ...MEMBERS], false);
    const name = textAt(reader, object, 'arn');
    if (reader.member(object, 'arn') === undefined)
      reader.report(object, { code: 'scenario-missing-member', message: 'a resource needs its `arn`' });
    return name === undefined ? [] : [{ name, object }];
  });
}

/** Resources are called by their ARNs; a launch calls an instance profile by its name as well. */
function isNamed({ name, node }: Placed & { readonly name: string }): boolean {
  return isArnText(name) || (node.kind === 'object' && node.members.some((one) => one.name.value === 'role'));
}

function readResource(reading: Reading, object: Placed<JsonObject>, name: string): KnownResource {
  const { reader } = reading;
  const isRole = isRoleArn(name);
  const tags = reader.member(object, 'tags');
  const expecting = (member: string, form: Form): string | undefined =>
    textOfForm(reader, object, member, form);
  return {
    account: expecting('account', { fits: isAccountId, words: 'an account of twelve digits' }),
    tags: tags && reader.texts(tags, '`tags`'),
    policy: readPolicy(reading, object, { name, member: 'policy', fits: !isRole }),
    trust: readPolicy(reading, object, { name, member: 'trust', fits: isRole }),
    keyArn: expecting('keyArn', { fits: isKeyOrNone, words: 'the ARN of a KMS key, or `none`' }),
    roles: rolesAt(reader, object),
    role: expecting('role', ROLE),
    underlying: expecting('underlying', { fits: isArnText, words: 'an ARN' }),
  };
}

/** What a text has to be. */
interface Form {
  readonly fits: (text: string) => boolean;
  readonly words: string;
}

const ROLE: Form = { fits: isRoleArn, words: 'the ARN of a role' };

function isRoleArn(text: string): boolean {
  return /^arn:[^:]*:iam::\d*:role\/./.test(text);
}

function isKeyOrNone(text: string): boolean {
  return text === 'none' || /^arn:[^:]*:kms:[^:]*:\d*:key\/./.test(text);
}

function isArnText(text: string): boolean {
  return parseArn(text) !== undefined;
}

function textAt(reader: NodeReader, object: Placed<JsonObject>, name: string): string | undefined {
  const place = reader.member(object, name);
  return place && reader.string(place, quote(name));
}

function textOfForm(
  reader: NodeReader,
  object: Placed<JsonObject>,
  ...[name, form]: readonly [name: string, form: Form]
): string | undefined {
  const place = reader.member(object, name);
  const text = place && reader.string(place, quote(name));
  if (place === undefined || text === undefined || form.fits(text)) return text;
  reportForm(reader, place, { name, text, words: form.words });
  return undefined;
}

function reportForm(
  reader: NodeReader,
  place: Placed,
  { name, text, words }: { readonly name: string; readonly text: string; readonly words: string },
): void {
  reader.report(place, {
    code: 'scenario-world',
    message: `${quote(name)} is ${quote(text)}, expected ${words}`,
  });
}

function rolesAt(reader: NodeReader, object: Placed<JsonObject>): readonly string[] | undefined {
  const place = reader.member(object, 'roles');
  const items = place && reader.items(place, '`roles`');
  return items?.flatMap((item) => {
    const text = reader.string(item, 'a role');
    if (text === undefined || ROLE.fits(text)) return text ?? [];
    reportForm(reader, item, { name: 'roles', text, words: 'ARNs of roles' });
    return [];
  });
}

interface PolicyExpected {
  /** Of the resource. */
  readonly name: string;
  readonly member: 'policy' | 'trust';
  /** Whether a resource of the name has such a policy. */
  readonly fits: boolean;
}

function readPolicy(
  { reader, known }: Reading,
  object: Placed<JsonObject>,
  { name, member, fits }: PolicyExpected,
): Policy | undefined {
  const place = reader.member(object, member);
  if (place === undefined || place.node.kind === 'null') return undefined;
  if (!fits) {
    const other =
      member === 'policy' ? 'a role has a trust policy: `trust`' : 'only a role has a trust policy';
    reader.report(place, { code: 'scenario-world', message: `${quote(member)} cannot be here`, help: other });
    return undefined;
  }
  if (place.node.kind === 'object' && namesDefaultPolicy(place))
    return readDefaultPolicy(reader, { node: place.node, pointer: place.pointer }, { resource: name });
  const type = member === 'trust' ? 'trust' : 'resource';
  const [policy, second] = known.read(reader, place, { layer: 'resource', type });
  if (second === undefined) return policy;
  reader.report(place, {
    code: 'scenario-reference',
    message: 'the reference leads to more than one policy, where one is meant',
    help: 'name a single one of them as `resource`',
  });
  return undefined;
}
