import { computed, type ReadonlySignal } from '@preact/signals';
import {
  compile,
  type Authorizer,
  type Explanation,
  type LayerKind,
  type PolicySet,
  type PolicySetFlags,
  type Request,
} from '@policywright/evaluator';
import { parsePolicy, type ParseResult, type Policy, type PolicyType } from '@policywright/policy';
import { readKmsGrants, type KmsGrantsReading } from '@policywright/scenario';
import { policyTypeOf, type PolicySlot } from './policySlot.ts';
import { readRequest } from './readForm.ts';
import { flags, request, slots, type RequestForm } from './state.ts';

const readings = new WeakMap<PolicySlot, Partial<Record<PolicyType, ParseResult>>>();

/** Reads a document; a slot is read once by the rules of a type, since its text never changes. */
export function readSlot(slot: PolicySlot, isTrustPolicy: boolean): ParseResult {
  const type = policyTypeOf(slot.kind, isTrustPolicy);
  const known = readings.get(slot) ?? {};
  readings.set(slot, known);
  return (known[type] ??= parsePolicy(slot.text, { type, name: slot.name }));
}

/** What the documents say, or which of them cannot be read. */
export type Workspace =
  | { readonly ok: true; readonly policies: PolicySet; readonly places: ReadonlyMap<string, PolicySlot> }
  | { readonly ok: false; readonly unreadable: readonly PolicySlot[] };

/** What documents are put together for. */
export interface Situation {
  readonly flags: PolicySetFlags;
  readonly request: Pick<RequestForm, 'underlying' | 'grants'>;
}

/**
 * Puts documents together to a policy set. A document with an error makes the whole unreadable: to leave it
 * out could widen access. Grants with an error are left out: they only ever allow (rule S208).
 */
export function assemble(all: readonly PolicySlot[], { flags: given, request: asked }: Situation): Workspace {
  const isTrustPolicy = given.resourcePolicyKind === 'trust';
  const unreadable: PolicySlot[] = [];
  const places = new Map<string, PolicySlot>();
  const readOne = (slot: PolicySlot, pointer: string): Policy | undefined => {
    const reading = readSlot(slot, isTrustPolicy);
    if (reading.ok) places.set(pointer, slot);
    else unreadable.push(slot);
    return reading.ok ? reading.policy : undefined;
  };
  const read = (of: readonly PolicySlot[], pointer: string): Policy[] => {
    const policies: Policy[] = [];
    for (const slot of of) {
      const policy = readOne(slot, `${pointer}/${String(policies.length)}`);
      if (policy !== undefined) policies.push(policy);
    }
    return policies;
  };
  const ofKind = (kind: LayerKind): readonly PolicySlot[] =>
    all.filter((slot) => slot.kind === kind && slot.isOff !== true);
  // A level without documents is not there: the levels that are there count from the root.
  const levels = (kind: LayerKind): Policy[][] =>
    levelsOf(ofKind(kind)).map((of, index) => read(of, `/${kind}s/${String(index)}`));
  // What lies behind the resource is known by its level: its policy must never count as one of the resource (S210).
  const ofResource = (level: number): readonly PolicySlot[] =>
    ofKind('resource').filter((slot) => slot.level === level);
  const attached = read(ofResource(0), '/resource');
  const underlying = asked.underlying.map((_, index) => {
    const [slot] = ofResource(index + 1);
    return slot && readOne(slot, `/underlying/${String(index)}`);
  });
  const [only] = attached;
  const policies: PolicySet = {
    identity: read(ofKind('identity'), '/identity'),
    // The evaluator names a lone one without a number.
    resource: attached.length > 1 ? attached : only,
    ...(underlying.length > 0 && { underlying }),
    grants: grantsOf(asked).grants,
    boundary: read(ofKind('boundary'), '/boundary'),
    session: read(ofKind('session'), '/session'),
    scps: levels('scp'),
    rcps: levels('rcp'),
    vpcEndpoint: read(ofKind('vpcEndpoint'), '/vpcEndpoint'),
  };
  const resourceSlot = places.get('/resource/0');
  if (resourceSlot !== undefined) places.set('/resource', resourceSlot);
  return unreadable.length > 0 ? { ok: false, unreadable } : { ok: true, policies, places };
}

/** SCPs or RCPs by level, from the root. */
export function levelsOf(of: readonly PolicySlot[]): readonly (readonly PolicySlot[])[] {
  const numbers = [...new Set(of.map(({ level }) => level))].toSorted((a, b) => a - b);
  return numbers.map((number) => of.filter(({ level }) => level === number));
}

/** The grants that are typed into the form; none where nothing is. */
export function grantsOf({ grants }: Pick<RequestForm, 'grants'>): KmsGrantsReading {
  return grants.trim() === '' ? { grants: undefined, diagnostics: [] } : readKmsGrants(grants);
}

/** What of the form the documents are put together for; typing into its other fields leaves it as it is. */
const underlyingAsked = computed(() => request.value.underlying);
const grantsAsked = computed(() => request.value.grants);

/** The documents of the page, put together. */
export const workspace: ReadonlySignal<Workspace> = computed(() =>
  assemble(slots.value, {
    flags: flags.value,
    request: { underlying: underlyingAsked.value, grants: grantsAsked.value },
  }),
);

/** The documents of the page, compiled; nothing while one of them cannot be read. */
export const authorizer: ReadonlySignal<Authorizer | undefined> = computed(() =>
  workspace.value.ok ? compile({ ...workspace.value.policies, flags: flags.value }) : undefined,
);

/** The request of the form, its context completed with what follows from it. */
export const decidedRequest: ReadonlySignal<Request> = computed(() => readRequest(request.value));

/** The decision with its reasons; nothing while a document cannot be read. */
export const explanation: ReadonlySignal<Explanation | undefined> = computed(() =>
  authorizer.value?.explain(decidedRequest.value),
);
