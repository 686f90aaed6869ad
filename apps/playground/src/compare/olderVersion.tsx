import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { before, openSlot, slots } from '../model/state.ts';
import { notice } from '../share/page.ts';

/** Chooses what the documents are compared with: as they were opened, as they were kept, or a text that is pasted. */
export function OlderVersion(): VNode {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const open = slots.value.find(({ id }) => id === openSlot.value) ?? slots.value[0];
  return (
    <div class="older">
      <div class="row-of-buttons">
        <button
          type="button"
          onClick={() => {
            before.value = slots.value;
            notice.value = 'Kept: changes from now on are compared with this version.';
          }}
        >
          Keep this version
        </button>
        {open !== undefined && (
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            Paste an older version
          </button>
        )}
        {before.value !== slots.value && (
          <button
            type="button"
            onClick={() => {
              const now = slots.value;
              slots.value = before.value;
              before.value = now;
            }}
          >
            Swap the versions
          </button>
        )}
      </div>
      {isOpen && open !== undefined && (
        <div class="paste">
          <label>
            <span>The older version of “{open.name}”</span>
            <textarea
              rows={6}
              spellcheck={false}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          <button
            type="button"
            disabled={text.trim() === ''}
            onClick={() => {
              before.value = slots.value.map((slot) => (slot.id === open.id ? { ...slot, text } : slot));
              setOpen(false);
            }}
          >
            Compare with it
          </button>
        </div>
      )}
    </div>
  );
}
