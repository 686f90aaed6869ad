import { signal, type Signal } from '@preact/signals';
import type { PolicySetFlags } from '@policywright/evaluator';
import type { PolicySlot } from './policySlot.ts';

/** A context key and its value as typed; a list is a multivalued key. */
export interface ContextEntry {
  readonly key: string;
  readonly value: string | readonly string[];
}

/** What lies behind the resource, such as the bucket of an access point, as typed. */
export interface UnderlyingEntry {
  readonly resource: string;
  /** Empty where the ARN says it. */
  readonly resourceAccount: string;
}

/** The request as typed into the form, and the grants that may allow it. */
export interface RequestForm {
  /** An ARN, `anonymous`, the name of a service, or `federated:PROVIDER`, `canonicalUser:ID`. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** Empty where the ARN says it. */
  readonly resourceAccount: string;
  readonly underlying: readonly UnderlyingEntry[];
  readonly context: readonly ContextEntry[];
  /** Grants of the KMS key: JSON as in `policies.grants` of a scenario; empty where there are none. */
  readonly grants: string;
}

/** What is shown below the request. */
export type View = 'decision' | 'call' | 'matrix' | 'compare' | 'prove';

/** A part of a document that is marked in the editor: offsets into the slot's text. */
export interface Mark {
  readonly slot: string;
  readonly start: number;
  readonly end: number;
}

/** Every document on the page. */
export const slots: Signal<readonly PolicySlot[]> = signal([]);
/** Id of the document in the editor. */
export const openSlot: Signal<string> = signal('');
/** The kind whose documents are listed; one without documents has none in the editor. */
export const openKind: Signal<PolicySlot['kind']> = signal('identity');
/** The request that is decided. */
export const request: Signal<RequestForm> = signal({
  principal: '',
  action: '',
  resource: '*',
  resourceAccount: '',
  underlying: [],
  context: [],
  grants: '',
});
/** Facts that no document states. */
export const flags: Signal<PolicySetFlags> = signal({});
/** What is shown below the request. */
export const view: Signal<View> = signal('decision');
/** What is marked in the editor. */
export const mark: Signal<Mark | undefined> = signal(undefined);
/** Title of the scenario that was opened. */
export const title: Signal<string> = signal('');
/** Why the scenario that was opened is decided as it is, in words of whoever wrote it. */
export const why: Signal<string> = signal('');

/** The documents with which those of the page are compared: as they were opened, or as somebody kept them. */
export const before: Signal<readonly PolicySlot[]> = signal([]);

/** Shows a document in the editor. */
export function openDocument({ id, kind }: PolicySlot): void {
  openKind.value = kind;
  openSlot.value = id;
}

/** Replaces the text of a document; what was marked in it no longer stands where it stood. */
export function setText(id: string, text: string): void {
  if (mark.peek()?.slot === id) mark.value = undefined;
  slots.value = slots.value.map((slot) => (slot.id === id && slot.text !== text ? { ...slot, text } : slot));
}

/** Changes some fields of the request. */
export function setRequest(change: Partial<RequestForm>): void {
  request.value = { ...request.value, ...change };
}
