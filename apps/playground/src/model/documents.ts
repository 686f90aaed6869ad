import { batch } from '@preact/signals';
import { hasLevels, KINDS, newSlot, type PolicySlot } from './policySlot.ts';
import { openDocument, openKind, openSlot, request, setRequest, slots } from './state.ts';

type Kind = PolicySlot['kind'];

const NOTHING = { Version: '2012-10-17', Statement: [] };
const EVERYTHING = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'FullAccess', Effect: 'Allow', Action: '*', Resource: '*' }],
};

/** A document to start from: one that, by itself, changes no decision. */
const STARTS: Readonly<Record<Kind, unknown>> = {
  identity: NOTHING,
  resource: NOTHING,
  boundary: EVERYTHING,
  session: EVERYTHING,
  scp: EVERYTHING,
  rcp: NOTHING,
  vpcEndpoint: {
    Version: '2012-10-17',
    Statement: [{ Sid: 'FullAccess', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
  },
};

/** Lists the documents of a kind; opens the first, if there is one. */
export function showKind(kind: Kind): void {
  batch(() => {
    openKind.value = kind;
    openSlot.value = slots.value.find((slot) => slot.kind === kind)?.id ?? '';
  });
}

/** Adds a document that does not change the decision yet, and opens it. */
export function addDocument(kind: Kind, level: number): void {
  const label = KINDS.find((entry) => entry.kind === kind)?.label ?? kind;
  const count = slots.value.filter((slot) => slot.kind === kind).length;
  const slot = newSlot({
    kind,
    level,
    name: `${label} policy ${String(count + 1)}`,
    text: JSON.stringify(STARTS[kind], undefined, 2),
  });
  batch(() => {
    slots.value = [...slots.value, slot];
    openDocument(slot);
  });
}

/** Adds a level below another one, with a document; the levels below it move down. */
export function addLevelBelow(kind: Kind, level: number): void {
  batch(() => {
    slots.value = slots.value.map((slot) =>
      slot.kind === kind && slot.level > level ? { ...slot, level: slot.level + 1 } : slot,
    );
    addDocument(kind, level + 1);
  });
}

/** Removes a level with its documents; the levels below it move up. */
export function removeLevel(kind: Kind, level: number): void {
  remove(kind, (slot) => slot.kind === kind && slot.level === level);
}

/** Removes what lies behind the resource, with its policy; those after it move up. */
export function removeUnderlying(index: number): void {
  const level = index + 1;
  batch(() => {
    remove('resource', (slot) => slot.kind === 'resource' && slot.level === level);
    slots.value = slots.value.map((slot) =>
      slot.kind === 'resource' && slot.level > level ? { ...slot, level: slot.level - 1 } : slot,
    );
    setRequest({ underlying: request.value.underlying.filter((_, at) => at !== index) });
  });
}

/** Removes a document. */
export function removeDocument({ id, kind }: PolicySlot): void {
  remove(kind, (slot) => slot.id === id);
}

function remove(kind: Kind, isGone: (slot: PolicySlot) => boolean): void {
  batch(() => {
    const left = slots.value.filter((slot) => !isGone(slot));
    slots.value = hasLevels(kind) ? closeGaps(left, kind) : left;
    if (!slots.value.some(({ id }) => id === openSlot.value)) showKind(kind);
  });
}

/** A level without documents is not there. */
function closeGaps(all: readonly PolicySlot[], kind: Kind): readonly PolicySlot[] {
  const levels = [...new Set(all.filter((slot) => slot.kind === kind).map(({ level }) => level))];
  const sorted = levels.toSorted((a, b) => a - b);
  return all.map((slot) =>
    slot.kind === kind && sorted.indexOf(slot.level) !== slot.level
      ? { ...slot, level: sorted.indexOf(slot.level) }
      : slot,
  );
}

/** Replaces a document by a changed one. */
export function changeDocument(id: string, change: Partial<Pick<PolicySlot, 'name' | 'isOff'>>): void {
  slots.value = slots.value.map((slot) => (slot.id === id ? { ...slot, ...change } : slot));
}
