import { parseArn } from '@policywright/arn';
import type { Principal, Request, UnderlyingResource } from '@policywright/evaluator';
import type { JsonObject } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { isCallerArn } from './callerArn.ts';
import type { NodeReader, Placed } from './nodeReader.ts';
import { readContext } from './readContext.ts';

/** Reads the members of a scenario that make its request; `undefined` where an error was reported. */
export function readRequest(reader: NodeReader, scenario: Placed<JsonObject>): Request | undefined {
  const principal = required(reader, scenario, { name: 'principal', read: readPrincipal });
  const action = required(reader, scenario, { name: 'action', read: readAction });
  const resource = required(reader, scenario, { name: 'resource', read: readResource });
  const accountPlace = reader.member(scenario, 'resourceAccount');
  const resourceAccount = accountPlace && readAccount(reader, accountPlace);
  const underlyingPlace = reader.member(scenario, 'underlying');
  const underlying = underlyingPlace && readUnderlying(reader, underlyingPlace);
  const contextPlace = reader.member(scenario, 'context');
  const context = contextPlace === undefined ? {} : readContext(reader, contextPlace);
  if (principal === undefined || action === undefined || resource === undefined || context === undefined)
    return undefined;
  // Without what lies behind the resource, its policies would count as policies of the resource itself.
  if (underlyingPlace !== undefined && underlying === undefined) return undefined;
  return { principal, action, resource, resourceAccount, context, ...(underlying && { underlying }) };
}

interface Member<Value> {
  readonly name: string;
  readonly read: (reader: NodeReader, place: Placed) => Value | undefined;
}

/** A member that a scenario has to have; `undefined` after a report. */
export function required<Value>(
  reader: NodeReader,
  scenario: Placed<JsonObject>,
  { name, read }: Member<Value>,
): Value | undefined {
  const place = reader.member(scenario, name);
  if (place !== undefined) return read(reader, place);
  reader.report(scenario, { code: 'scenario-missing-member', message: `a scenario needs \`${name}\`` });
  return undefined;
}

const PRINCIPAL_KINDS = ['service', 'federated', 'canonicalUser'];

/** Reads who asks; `undefined` after a report. */
export function readPrincipal(reader: NodeReader, place: Placed): Principal | undefined {
  if (place.node.kind === 'object')
    return readPrincipalObject(reader, { node: place.node, pointer: place.pointer });
  const text = reader.string(place, '`principal`');
  if (text === undefined || text === 'anonymous' || isCallerArn(text)) return text;
  reader.report(place, {
    code: 'scenario-principal',
    message: `${quote(text)} is no principal`,
    help: 'write the ARN of a user, role session, federated user or account root, `anonymous`, { "service": "NAME" } or { "federated": "ARN" }',
  });
  return undefined;
}

function readPrincipalObject(reader: NodeReader, place: Placed<JsonObject>): Principal | undefined {
  reader.checkMembers(place, PRINCIPAL_KINDS, false);
  const [first, ...others] = place.node.members;
  const member = first && reader.member(place, first.name.value);
  if (first === undefined || member === undefined || others.length > 0) {
    reader.report(place, {
      code: 'scenario-principal',
      message: `a principal object has exactly one member, found ${String(place.node.members.length)}`,
      help: 'write for example { "service": "ecs-tasks.amazonaws.com" }',
    });
    return undefined;
  }
  const value = reader.string(member, `\`${first.name.value}\``);
  if (value === undefined) return undefined;
  if (first.name.value === 'service') return { service: value };
  if (first.name.value === 'federated') return { federated: value };
  return first.name.value === 'canonicalUser' ? { canonicalUser: value } : undefined;
}

function readAction(reader: NodeReader, place: Placed): string | undefined {
  const text = reader.string(place, '`action`');
  if (text === undefined || /^[^:*?\s]+:[^:*?\s]+$/.test(text)) return text;
  reader.report(place, {
    code: 'scenario-action',
    message: `${quote(text)} is no action`,
    help: 'a request has one action of the form `prefix:Name`, without wildcards',
  });
  return undefined;
}

function readResource(reader: NodeReader, place: Placed): string | undefined {
  const text = reader.string(place, '`resource`');
  if (text === undefined || text === '*' || parseArn(text) !== undefined) return text;
  reader.report(place, {
    code: 'scenario-resource',
    message: `${quote(text)} is no resource`,
    help: 'write an ARN of six parts, `arn:partition:service:region:account:resource`, or `*` for an action without one',
  });
  return undefined;
}

function readAccount(reader: NodeReader, place: Placed): string | undefined {
  const text = reader.string(place, '`resourceAccount`');
  if (text === undefined || /^[0-9]{12}$/.test(text)) return text;
  reader.report(place, {
    code: 'scenario-account',
    message: `${quote(text)} is no account: it has twelve digits`,
  });
  return undefined;
}

/** Reads `underlying`; `undefined` where an error was reported. */
function readUnderlying(reader: NodeReader, place: Placed): readonly UnderlyingResource[] | undefined {
  const items = reader.items(place, '`underlying`');
  const resources = items?.map((item) => readUnderlyingResource(reader, item));
  return resources?.every((resource) => resource !== undefined) ? resources : undefined;
}

function readUnderlyingResource(reader: NodeReader, place: Placed): UnderlyingResource | undefined {
  if (place.node.kind !== 'object') {
    const resource = readArn(reader, place);
    return resource === undefined ? undefined : { resource };
  }
  const object = { node: place.node, pointer: place.pointer };
  reader.checkMembers(object, ['resource', 'resourceAccount'], false);
  const resourcePlace = reader.member(object, 'resource');
  if (resourcePlace === undefined)
    reader.report(place, {
      code: 'scenario-missing-member',
      message: 'an underlying resource needs `resource`',
    });
  const resource = resourcePlace && readArn(reader, resourcePlace);
  const accountPlace = reader.member(object, 'resourceAccount');
  const resourceAccount = accountPlace && readAccount(reader, accountPlace);
  return resource === undefined ? undefined : { resource, resourceAccount };
}

function readArn(reader: NodeReader, place: Placed): string | undefined {
  const text = reader.string(place, 'an underlying resource');
  if (text === undefined || parseArn(text) !== undefined) return text;
  reader.report(place, {
    code: 'scenario-resource',
    message: `${quote(text)} is no ARN`,
    help: 'write the ARN of what lies behind the resource, such as that of the bucket or object',
  });
  return undefined;
}
