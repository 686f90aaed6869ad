import { isAccountId, parseArn } from '@policywright/arn';
import type { JsonNode, JsonObject } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import type { CallScenario, ScenarioCall } from '../../model/callScenario.ts';
import { namesDefaultPolicy } from './defaultPolicy.ts';
import type { KnownDocuments } from './knownDocuments.ts';
import type { NodeReader, Placed } from './nodeReader.ts';
import { readContext } from './readContext.ts';
import { readKnown } from './readKnown.ts';
import { readPrincipal, required } from './readRequest.ts';
import { readWord } from './readWord.ts';

/** The members that only a scenario with `operation` has. */
export const CALL_MEMBERS: readonly string[] = ['operation', 'input', 'region', 'world', 'perhaps'];

/** The members of a request about an action, which a call has others for. */
const INSTEAD: Readonly<Record<string, string>> = {
  action: 'an operation asks for its actions itself; leave one of them out',
  resource: 'the input names the resources of a call; leave one of them out',
  resourceAccount: 'the `account` of a resource stands in `world`',
  underlying: '`underlying` of an access point stands in `world`',
};

/** Reports what `policies` of a call cannot hold: what is of one resource, and does not say of which. */
export function checkCallPolicies(reader: NodeReader, scenario: Placed<JsonObject>): void {
  const policies = reader.member(scenario, 'policies');
  if (policies?.node.kind !== 'object') return;
  const object = { node: policies.node, pointer: policies.pointer };
  const resource = reader.member(object, 'resource');
  if (resource !== undefined && namesDefaultPolicy(resource)) {
    reader.report(resource, {
      code: 'scenario-default-policy',
      message: 'a call may use several keys, and nothing says which one has its default policy',
      help: 'write it in `world`: { "ARN of the key": { "policy": { "default": "key-policy" } } }',
    });
  }
  const grants = reader.member(object, 'grants');
  if (grants !== undefined && grants.node.kind !== 'null') {
    reader.report(grants, {
      code: 'scenario-grant',
      message: 'a call may use several keys, and nothing says of which one the grants are',
      help: 'ask for the action on the key instead: `"action": "kms:Decrypt", "resource": ARN of the key`',
    });
  }
}

/** Whether a scenario asks for a call of an API in place of an action; what it says itself goes before what it shares. */
export function asksForOperation(reader: NodeReader, scenario: Placed<JsonObject>): boolean {
  if (reader.ownMember(scenario, 'operation') !== undefined) return true;
  if (reader.ownMember(scenario, 'action') !== undefined) return false;
  return reader.member(scenario, 'operation') !== undefined;
}

/** Reads the members of a scenario that make its call; `undefined` where an error was reported. */
export function readCall(
  reader: NodeReader,
  scenario: Placed<JsonObject>,
  known: KnownDocuments,
): Pick<CallScenario, 'call' | 'world' | 'perhaps'> | undefined {
  for (const [name, help] of Object.entries(INSTEAD)) {
    const place = reader.ownMember(scenario, name);
    if (place !== undefined)
      reader.report(place, {
        code: 'scenario-operation',
        message: `${quote(name)} stands beside \`operation\``,
        help,
      });
  }
  const operation = required(reader, scenario, { name: 'operation', read: readOperation });
  const caller = readCaller(reader, scenario);
  const input = readInput(reader, reader.member(scenario, 'input'));
  const contextPlace = reader.member(scenario, 'context');
  const context = contextPlace === undefined ? {} : readContext(reader, contextPlace);
  const worldPlace = reader.member(scenario, 'world');
  const world = readKnown({ reader, known }, worldPlace ?? NOTHING_KNOWN);
  const perhapsPlace = reader.member(scenario, 'perhaps');
  const perhaps = perhapsPlace && readWord(reader, perhapsPlace, PERHAPS);
  if (operation === undefined || caller === undefined || input === undefined || context === undefined)
    return undefined;
  if (world === undefined) return undefined;
  const region = readRegion(reader, scenario) ?? regionOf(context);
  return {
    call: { operation, input, ...caller, region, context },
    world,
    perhaps: perhaps === 'ignore' ? 'ignore' : 'count',
  };
}

const PERHAPS = { name: 'perhaps', words: ['count', 'ignore'], code: 'scenario-operation' } as const;
const NOTHING_KNOWN: Placed = { node: { kind: 'array', start: 0, end: 0, items: [] }, pointer: '/world' };

function readOperation(reader: NodeReader, place: Placed): ScenarioCall['operation'] | undefined {
  const text = reader.string(place, '`operation`');
  if (text === undefined || isOperation(text)) return text;
  reader.report(place, {
    code: 'scenario-operation',
    message: `${quote(text)} is no operation`,
    help: 'write PREFIX:OPERATION, such as `ecs:RunTask`',
  });
  return undefined;
}

function isOperation(text: string): text is ScenarioCall['operation'] {
  return /^[^:*?\s]+:[^:*?\s]+$/.test(text);
}

function readCaller(
  reader: NodeReader,
  scenario: Placed<JsonObject>,
): Pick<ScenarioCall, 'principal' | 'account' | 'partition'> | undefined {
  const principal = required(reader, scenario, { name: 'principal', read: readPrincipal });
  if (principal === undefined) return undefined;
  const arn = typeof principal === 'string' ? parseArn(principal) : undefined;
  if (arn !== undefined && isAccountId(arn.account))
    return { principal, account: arn.account, partition: arn.partition };
  reader.report(reader.member(scenario, 'principal') ?? scenario, {
    code: 'scenario-principal',
    message: 'the caller of an operation has no account',
    help: 'write the ARN of a user, role or role session',
  });
  return undefined;
}

function readRegion(reader: NodeReader, scenario: Placed<JsonObject>): string | undefined {
  const place = reader.member(scenario, 'region');
  return place && reader.string(place, '`region`');
}

/** A context that tells the Region tells which one is called. */
function regionOf(context: ScenarioCall['context']): string | undefined {
  const entry = Object.entries(context).find(([key]) => key.toLowerCase() === 'aws:requestedregion');
  return typeof entry?.[1] === 'string' ? entry[1] : undefined;
}

/** Without `input`, the call has none: `{}`. */
function readInput(reader: NodeReader, place: Placed | undefined): ScenarioCall['input'] | undefined {
  const object = place && reader.object(place, '`input`');
  if (place === undefined) return {};
  return object && Object.fromEntries(membersOf(object.node));
}

/** The input is data of the API: of a member that is repeated, the last counts, as JSON has it. */
function membersOf({ members }: JsonObject): readonly (readonly [string, unknown])[] {
  return members.map(({ name, value }) => [name.value, valueOf(value)] as const);
}

function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(membersOf(node));
    case 'array':
      return node.items.map(valueOf);
    case 'number':
      return Number(node.text);
    case 'null':
      return null;
    default:
      return node.value;
  }
}
