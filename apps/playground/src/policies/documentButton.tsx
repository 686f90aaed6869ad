import type { VNode } from 'preact';
import { readSlot } from '../model/decided.ts';
import type { PolicySlot } from '../model/policySlot.ts';
import { flags, openDocument } from '../model/state.ts';

/** A document to choose. */
export function DocumentButton({
  slot,
  isOpen,
}: {
  readonly slot: PolicySlot;
  readonly isOpen: boolean;
}): VNode {
  return (
    <button
      type="button"
      class={`document${slot.isOff === true ? ' off' : ''}`}
      aria-pressed={isOpen}
      onClick={() => openDocument(slot)}
    >
      <DocumentName slot={slot} />
    </button>
  );
}

/** A document's name, and whether it has errors or is left out. */
export function DocumentName({ slot }: { readonly slot: PolicySlot }): VNode {
  const isBroken = !readSlot(slot, flags.value.resourcePolicyKind === 'trust').ok;
  return (
    <>
      {isBroken && (
        <span role="img" aria-label="has errors:">
          ⚠{' '}
        </span>
      )}
      <span class="name">{slot.name}</span>
      {slot.isOff === true && <small> left out</small>}
    </>
  );
}
