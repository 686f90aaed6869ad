import type { PolicySetFlags, Request } from '@policywright/evaluator';
import { locate, POLICY_TYPE_WORDS, printJson, type JsonNode } from '@policywright/policy';
import {
  describeErrors,
  readScenarios,
  SCENARIO_DIAGNOSTIC_CODES,
  type AnyPolicySetDocument,
  type ScenarioDocument,
  type ScenarioReading,
  type WrittenDocument,
  type WrittenScenario,
} from '@policywright/scenario';
import type { CallForm } from '../model/callState.ts';
import { levelsOf } from '../model/decided.ts';
import { newSlot, type PolicySlot } from '../model/policySlot.ts';
import { printForm } from '../model/printForm.ts';
import { readForm } from '../model/readForm.ts';
import type { RequestForm } from '../model/state.ts';

/** Everything on the page that is worth keeping. */
export interface PageContents {
  readonly title: string;
  readonly slots: readonly PolicySlot[];
  readonly request: RequestForm;
  readonly flags: PolicySetFlags;
  /** Why it is decided so, in the words of whoever wrote the scenario. */
  readonly why?: string;
  /** The call that is asked about in place of the request; left out where none is. */
  readonly call?: CallForm;
}

/** A scenario whose documents may be anything, as they are while somebody edits them. */
export interface ScenarioDraft
  extends
    Omit<ScenarioDocument, 'policies' | 'context' | 'resourceAccount'>,
    Pick<Request, 'context' | 'resourceAccount'> {
  readonly policies: Partial<Readonly<Record<keyof AnyPolicySetDocument, unknown>>>;
}

/**
 * Makes a scenario of the page: `policywright test` and `evaluate` read it.
 *
 * What is not JSON is kept as a text.
 */
export function toScenario({ title, slots, request, flags }: PageContents): ScenarioDraft {
  const documents = (of: readonly PolicySlot[]): unknown[] => of.map(({ text }) => valueOf(text));
  const kind = (name: PolicySlot['kind']): readonly PolicySlot[] =>
    slots.filter((slot) => slot.kind === name);
  const levels = (name: 'scp' | 'rcp'): unknown[][] => levelsOf(kind(name)).map(documents);
  const { underlying, context, ...asked } = readForm(request);
  return {
    id: slug(title),
    ...(title !== '' && { title }),
    ...asked,
    ...(underlying && {
      underlying: underlying.map((behind) =>
        behind.resourceAccount === undefined ? behind.resource : behind,
      ),
    }),
    context,
    policies: {
      identity: documents(kind('identity')),
      resource: attached(kind('resource'), underlying?.length ?? 0),
      boundary: documents(kind('boundary')),
      session: documents(kind('session')),
      scps: levels('scp'),
      rcps: levels('rcp'),
      ...(kind('vpcEndpoint').length > 0 && { vpcEndpoint: documents(kind('vpcEndpoint')) }),
      ...(request.grants !== '' && { grants: valueOf(request.grants) }),
    },
    ...(Object.keys(flags).length > 0 && { flags }),
  };
}

/** S210: with resources behind it, a list has the policy of each, and `null` where one has none. */
function attached(slots: readonly PolicySlot[], behind: number): unknown {
  const at = (level: number): unknown[] =>
    slots.filter((slot) => slot.level === level).map(({ text }) => valueOf(text));
  const own = at(0);
  if (behind === 0) return own.length > 1 ? own : (own[0] ?? null);
  return Array.from({ length: behind + 1 }, (_, level) => at(level)[0] ?? null);
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
 * Reads a scenario file, as somebody wrote it or as {@link toScenario} made it; of several scenarios, the first.
 *
 * @returns the page, or a message that says why there is none.
 */
export function fromScenario(text: string): PageContents | string {
  const { scenarios, diagnostics } = readScenarios(text);
  const [first] = scenarios;
  if (first !== undefined) return pageOf(first);
  const isJson = diagnostics.every(({ severity }) => severity !== 'error');
  return isJson ? 'it holds no scenario' : `it is not JSON (${describeErrors(diagnostics)})`;
}

/**
 * Makes the page of a scenario that was read. Documents with errors are shown for somebody to mend them; where
 * something else could not be read, the page would show another decision as that of the scenario.
 *
 * @returns the page, or a message that says why there is none.
 */
export function pageOf(reading: ScenarioReading): PageContents | string {
  const { diagnostics, written } = reading;
  const faults = diagnostics.filter(
    ({ code, severity }) => severity === 'error' && code in SCENARIO_DIAGNOSTIC_CODES,
  );
  const asked = askedIn(reading);
  if (faults.length > 0 || written === undefined || asked === undefined) return describeErrors(faults);
  const { id, title, why, grants, flags = {} } = written;
  return {
    title: title ?? id,
    ...(why !== undefined && { why }),
    slots: slotsOf(written),
    request: printForm(asked.request, grants === undefined ? '' : documentText(grants)),
    flags,
    ...(asked.call && { call: asked.call }),
  };
}

/** The request of a scenario; of one that asks for an operation, the call, with the action of its name as the request. */
function askedIn(
  reading: ScenarioReading,
): { readonly request: Request; readonly call?: CallForm } | undefined {
  if (!reading.ok || reading.asks === 'action')
    return reading.written?.request && { request: reading.written.request };
  const { operation, input, principal, region = '', context } = reading.scenario.call;
  return {
    request: { principal, action: operation, resource: '*', context },
    call: { operation, input: JSON.stringify(input, undefined, 2), region },
  };
}

function slotsOf({ documents, levels }: WrittenScenario): readonly PolicySlot[] {
  const slots = documents.map((document, index) => slotOf(document, documents.slice(0, index)));
  return [
    ...slots,
    ...emptyLevels('scp', levels.scp, documents),
    ...emptyLevels('rcp', levels.rcp, documents),
  ];
}

/** Without a document, a level would not be on the page; one whose document allows nothing decides the same. */
function emptyLevels(
  kind: 'scp' | 'rcp',
  count: number,
  documents: readonly WrittenDocument[],
): readonly PolicySlot[] {
  return Array.from({ length: count }, (_, level) => level)
    .filter((level) => !documents.some((document) => document.layer === kind && document.level === level))
    .map((level) => newSlot({ kind, level, name: `no ${POLICY_TYPE_WORDS[kind].short}`, text: NOTHING }));
}

const NOTHING = JSON.stringify({ Version: '2012-10-17', Statement: [] }, undefined, 2);

function slotOf({ layer, level, node }: WrittenDocument, before: readonly WrittenDocument[]): PolicySlot {
  const others = before.filter((other) => other.layer === layer && other.level === level).length;
  const { short } = POLICY_TYPE_WORDS[layer];
  const name = others === 0 ? short : `${short} ${String(others + 1)}`;
  return newSlot({ kind: layer, level, name: firstSid(node) ?? name, text: documentText(node) });
}

/** The first `Sid` of a document says what it is for better than a number does. */
function firstSid(document: JsonNode): string | undefined {
  const sid = locate(document, '/Statement/0/Sid') ?? locate(document, '/Statement/Sid');
  return sid?.kind === 'string' && sid.value !== '' ? sid.value : undefined;
}

/** What is not JSON stands in a scenario as a text. */
function documentText(node: JsonNode): string {
  return node.kind === 'string' ? node.value : printJson(node);
}
