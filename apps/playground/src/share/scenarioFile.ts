import { defaultKeyPolicy } from '@policywright/policy';
import { POLICY_SET_FLAGS, type PolicySetFlags } from '@policywright/evaluator';
import { printJson } from '@policywright/policy';
import { hasLevels, newSlot, type PolicySlot } from '../model/policySlot.ts';
import { levelsOf } from '../model/decided.ts';
import { printPrincipal } from '../model/principalText.ts';
import { readForm } from '../model/readForm.ts';
import type { ContextEntry, RequestForm } from '../model/state.ts';

/** Everything on the page that is worth keeping. */
export interface PageContents {
  readonly title: string;
  readonly slots: readonly PolicySlot[];
  readonly request: RequestForm;
  readonly flags: PolicySetFlags;
  /** Why it is decided so, in the words of whoever wrote the scenario. */
  readonly why?: string;
}

/**
 * Makes a scenario of the page: `policywright test` and `evaluate` read it.
 *
 * A document that is not JSON is kept as a text.
 */
export function toScenario({ title, slots, request, flags }: PageContents): Record<string, unknown> {
  const documents = (of: readonly PolicySlot[]): unknown[] => of.map(({ text }) => valueOf(text));
  const kind = (name: PolicySlot['kind']): readonly PolicySlot[] =>
    slots.filter((slot) => slot.kind === name);
  const resources = documents(kind('resource'));
  const levels = (name: 'scp' | 'rcp'): unknown[][] => levelsOf(kind(name)).map(documents);
  return {
    id: slug(title),
    ...(title !== '' && { title }),
    ...readForm(request),
    policies: {
      identity: documents(kind('identity')),
      resource: resources.length > 1 ? resources : (resources[0] ?? null),
      boundary: documents(kind('boundary')),
      session: documents(kind('session')),
      scps: levels('scp'),
      rcps: levels('rcp'),
      ...(kind('vpcEndpoint').length > 0 && { vpcEndpoint: documents(kind('vpcEndpoint')) }),
    },
    ...(Object.keys(flags).length > 0 && { flags }),
  };
}

function slug(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g);
  return words === null ? 'playground' : words.slice(0, 8).join('-');
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/**
 * Reads a scenario, as somebody wrote it or as {@link toScenario} made it; permalinks once were scenarios with the
 * documents' names, and which of them are left out.
 *
 * @returns the page, or a message that says why the value is not a scenario.
 */
export function fromScenario(value: unknown): PageContents | string {
  const scenario = Array.isArray(value) ? (value as readonly unknown[])[0] : value;
  if (!isObject(scenario))
    return 'expected a scenario: an object with `principal`, `action`, `resource` and `policies`';
  if (!isObject(scenario['policies'])) return 'the scenario has no `policies`';
  // To leave them out would show another decision as that of the scenario.
  if (scenario['underlying'] !== undefined || listOf(scenario['policies']['grants']).length > 0)
    return 'the scenario has `underlying` or `grants`, which only the command reads';
  const context = isObject(scenario['context']) ? scenario['context'] : {};
  return {
    title: textOf(scenario['title'] ?? scenario['id']),
    ...(typeof scenario['why'] === 'string' && { why: scenario['why'] }),
    slots: slotsOf(withDefaultPolicies(scenario['policies'], scenario)).map((slot, index) => {
      const name = listOf(scenario['names'])[index];
      return {
        ...slot,
        ...(typeof name === 'string' && { name: name.slice(0, LONGEST_NAME) }),
        ...(listOf(scenario['off']).includes(index) && { isOff: true }),
      };
    }),
    request: {
      principal: printPrincipal(scenario['principal']),
      action: textOf(scenario['action']),
      resource: textOf(scenario['resource']) || '*',
      resourceAccount: textOf(scenario['resourceAccount']),
      context: Object.entries(context).map(([key, entry]): ContextEntry => ({
        key,
        value: contextValue(entry),
      })),
    },
    flags: flagsOf(scenario['flags']),
  };
}

/** Names are for people; a longer one is cut. */
const LONGEST_NAME = 80;

/** Reads the facts that no document states; what is none of them is left out. */
export function flagsOf(value: unknown): PolicySetFlags {
  if (!isObject(value)) return {};
  const given = Object.entries(POLICY_SET_FLAGS).filter(([name, { words }]) =>
    words.length === 0 ? value[name] === true : words.includes(textOf(value[name])),
  );
  // INVARIANT: each value is one that the table of flags gives its name.
  return Object.fromEntries(given.map(([name]) => [name, value[name]])) as PolicySetFlags;
}

const MEMBERS: readonly (readonly [string, PolicySlot['kind'], string])[] = [
  ['identity', 'identity', 'identity policy'],
  ['resource', 'resource', 'resource policy'],
  ['boundary', 'boundary', 'permissions boundary'],
  ['session', 'session', 'session policy'],
  ['scps', 'scp', 'SCP'],
  ['rcps', 'rcp', 'RCP'],
  ['vpcEndpoint', 'vpcEndpoint', 'endpoint policy'],
];

function slotsOf(policies: Readonly<Record<string, unknown>>): PolicySlot[] {
  return MEMBERS.flatMap(([member, kind, name]) => {
    const levels = hasLevels(kind) ? listOf(policies[member]).map(listOf) : [listOf(policies[member])];
    return levels.flatMap((documents, level) =>
      documents.map((document, index) =>
        newSlot({
          kind,
          level,
          name: firstSid(document) ?? (index === 0 ? name : `${name} ${String(index + 1)}`),
          text: documentText(document),
        }),
      ),
    );
  });
}

/** Writes out `{ "default": "key-policy" }`, so that the document can be read and changed (rule S171). */
function withDefaultPolicies(
  policies: Readonly<Record<string, unknown>>,
  { resource, resourceAccount }: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const [, partition, , , owner = ''] = textOf(resource).split(':');
  const account = textOf(resourceAccount) || owner;
  const written = listOf(policies['resource']).map((document): unknown =>
    isObject(document) && document['default'] === 'key-policy'
      ? JSON.parse(printJson(defaultKeyPolicy(account, partition).root, 0))
      : document,
  );
  return { ...policies, resource: written };
}

/** The first `Sid` of a document says what it is for better than a number does. */
function firstSid(document: unknown): string | undefined {
  if (!isObject(document)) return undefined;
  const [statement] = listOf(document['Statement']);
  const sid = isObject(statement) ? statement['Sid'] : undefined;
  return typeof sid === 'string' && sid !== '' ? sid : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function documentText(document: unknown): string {
  return typeof document === 'string' ? document : JSON.stringify(document, undefined, 2);
}

function contextValue(value: unknown): string | readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : textOf(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : JSON.stringify(value);
}

/** Whether a value of JSON has members. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
