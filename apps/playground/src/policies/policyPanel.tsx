import type { VNode } from 'preact';
import { measurePolicy } from '@policywright/policy';
import { Editor } from '../editor/editor.tsx';
import { readSlot } from '../model/decided.ts';
import { hasLevels, KINDS, newSlot, policyTypeOf, type PolicySlot } from '../model/policySlot.ts';
import { flags, openSlot, slots } from '../model/state.ts';
import { Tabs } from '../ui/tabs.tsx';

const EMPTY = JSON.stringify({ Version: '2012-10-17', Statement: [] }, undefined, 2);

/** The documents by kind, and the one that is open in the editor. */
export function PolicyPanel(): VNode {
  const open = slots.value.find(({ id }) => id === openSlot.value) ?? slots.value[0];
  const kind = open?.kind ?? 'identity';
  const tabs = KINDS.map((entry) => {
    const count = slots.value.filter((slot) => slot.kind === entry.kind).length;
    return { id: entry.kind, label: <KindLabel label={entry.label} count={count} /> };
  });
  return (
    <section class="card policies" aria-label="Policies">
      <Tabs
        label="Kinds of policy"
        tabs={tabs}
        selected={kind}
        onSelect={(id) => openKind(id as PolicySlot['kind'])}
      />
      <div role="tabpanel" id={`panel-${kind}`} aria-labelledby={`tab-${kind}`} class="policy">
        <Documents kind={kind} open={open} />
        {open !== undefined && (
          <>
            <Editor slot={open} />
            <Size slot={open} />
          </>
        )}
      </div>
    </section>
  );
}

function KindLabel({ label, count }: { readonly label: string; readonly count: number }): VNode {
  return (
    <>
      {label}
      {count > 0 && <span class="count">{count}</span>}
    </>
  );
}

/** Opens the first document of a kind; a kind without one gets an empty one to start from. */
function openKind(kind: PolicySlot['kind']): void {
  const first = slots.value.find((slot) => slot.kind === kind);
  if (first === undefined) addDocument(kind, 0);
  else openSlot.value = first.id;
}

function addDocument(kind: PolicySlot['kind'], level: number): void {
  const label = KINDS.find((entry) => entry.kind === kind)?.label ?? kind;
  const count = slots.value.filter((slot) => slot.kind === kind).length;
  const slot = newSlot({ kind, level, name: `${label} policy ${String(count + 1)}`, text: EMPTY });
  slots.value = [...slots.value, slot];
  openSlot.value = slot.id;
}

function switchDocument(slot: PolicySlot): void {
  slots.value = slots.value.map((other) =>
    other.id === slot.id ? { ...other, isOff: other.isOff !== true } : other,
  );
}

function removeDocument(slot: PolicySlot): void {
  slots.value = slots.value.filter(({ id }) => id !== slot.id);
  const next = slots.value.find(({ kind }) => kind === slot.kind) ?? slots.value[0];
  openSlot.value = next?.id ?? '';
}

interface DocumentsProps {
  readonly kind: PolicySlot['kind'];
  readonly open: PolicySlot | undefined;
}

/** The documents of one kind; SCPs and RCPs as a tree from the root of the organization. */
function Documents({ kind, open }: DocumentsProps): VNode {
  const of = slots.value.filter((slot) => slot.kind === kind);
  const levels = hasLevels(kind) ? Math.max(0, ...of.map(({ level }) => level)) + 1 : 1;
  const many = KINDS.find((entry) => entry.kind === kind)?.many === true;
  return (
    <div class="documents">
      {Array.from({ length: levels }, (_, level) => (
        <div class="level" key={level} style={{ '--level': level }}>
          {hasLevels(kind) && (
            <span class="level-name">{LEVEL_NAMES[level] ?? `level ${String(level + 1)}`}</span>
          )}
          {of
            .filter((slot) => slot.level === level)
            .map((slot) => (
              <DocumentButton key={slot.id} slot={slot} isOpen={slot.id === open?.id} />
            ))}
          {(many || of.length === 0) && (
            <button type="button" class="quiet" onClick={() => addDocument(kind, level)}>
              + document
            </button>
          )}
        </div>
      ))}
      {hasLevels(kind) && (
        <button type="button" class="quiet" onClick={() => addDocument(kind, levels)}>
          + level
        </button>
      )}
    </div>
  );
}

const LEVEL_NAMES: readonly string[] = ['root', 'organizational unit', 'account'];

function DocumentButton({ slot, isOpen }: { readonly slot: PolicySlot; readonly isOpen: boolean }): VNode {
  const isBroken = !readSlot(slot, flags.value.resourcePolicyKind === 'trust').ok;
  return (
    <span class={`document${isOpen ? ' open' : ''}${slot.isOff === true ? ' off' : ''}`}>
      <button type="button" aria-pressed={isOpen} onClick={() => (openSlot.value = slot.id)}>
        {isBroken && (
          <span role="img" aria-label="has errors">
            ⚠{' '}
          </span>
        )}
        {slot.name}
      </button>
      <button
        type="button"
        class="remove"
        aria-pressed={slot.isOff !== true}
        aria-label={`${slot.isOff === true ? 'off' : 'on'}: whether ${slot.name} takes part`}
        title="Leave this document out, to see what would be without it"
        onClick={() => switchDocument(slot)}
      >
        {slot.isOff === true ? 'off' : 'on'}
      </button>
      <button
        type="button"
        class="remove"
        aria-label={`Remove ${slot.name}`}
        onClick={() => removeDocument(slot)}
      >
        ×
      </button>
    </span>
  );
}

/** How much of the quota a document takes, counted as AWS counts. */
function Size({ slot }: { readonly slot: PolicySlot }): VNode | null {
  const isTrust = flags.value.resourcePolicyKind === 'trust';
  const [size] = measurePolicy(slot.text, { type: policyTypeOf(slot.kind, isTrust) });
  if (size === undefined) return null;
  const share = size.used / size.limit;
  return (
    <p class={`size${share > 1 ? ' over' : ''}`}>
      <meter
        min={0}
        max={size.limit}
        high={size.limit * 0.9}
        value={size.used}
        aria-label="Share of the size quota"
      />{' '}
      {size.used.toLocaleString('en')} of {size.limit.toLocaleString('en')} {size.unit}
    </p>
  );
}
