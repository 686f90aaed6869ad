import type { VNode } from 'preact';
import { changeDocument, removeDocument } from '../model/documents.ts';
import type { PolicySlot } from '../model/policySlot.ts';

/** What can be done with the open document. */
export function DocumentBar({ slot }: { readonly slot: PolicySlot }): VNode {
  const { id, name, isOff } = slot;
  return (
    <div class="document-bar">
      <label>
        <span>Name</span>
        <input
          type="text"
          value={name}
          maxLength={80}
          onInput={(event) => changeDocument(id, { name: event.currentTarget.value })}
        />
      </label>
      <label class="check" title="Without the mark, you see what would be without this document">
        <input
          type="checkbox"
          checked={isOff !== true}
          onChange={(event) => changeDocument(id, { isOff: !event.currentTarget.checked })}
        />
        takes part
      </label>
      <button
        type="button"
        class="quiet"
        aria-label={`Remove ${name}`}
        onClick={() => {
          removeDocument(slot);
          // The button is gone with its document; the tab of the kind stays.
          document.getElementById(`tab-${slot.kind}`)?.focus();
        }}
      >
        Remove
      </button>
    </div>
  );
}
