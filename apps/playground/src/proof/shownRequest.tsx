import { batch } from '@preact/signals';
import type { VNode } from 'preact';
import { newSlot } from '../model/policySlot.ts';
import { request, slots, view } from '../model/state.ts';
import { notice } from '../share/page.ts';
import type { Shown } from '../worker/proofs/proofApi.ts';
import { visible } from '@policywright/policy/text';

/** A request that shows an answer; one click loads it into the page. */
export function ShownRequest({ of }: { readonly of: Shown }): VNode {
  return (
    <p class="shown-request">
      <span class="dim">for example</span> <code>{visible(of.text)}</code>{' '}
      <button type="button" class="chip" onClick={() => load(of)}>
        Load this request
      </button>
    </p>
  );
}

/** Puts the request into the form, and shows why it is decided so now. */
function load({ form, own }: Shown): void {
  batch(() => {
    request.value = form;
    view.value = 'decision';
    // Where the documents leave open what the caller has of its own, the answer holds with these.
    const isOpen = own.length > 0 && !slots.value.some(({ kind }) => kind === 'identity');
    if (isOpen)
      slots.value = [
        ...slots.value,
        ...own.map((text) => newSlot({ kind: 'identity', level: 0, name: 'What the caller may have', text })),
      ];
    notice.value = isOpen
      ? 'The request is loaded, with an identity policy that the caller may have.'
      : 'The request is loaded.';
  });
  requestAnimationFrame(() => document.querySelector('.verdict')?.scrollIntoView({ block: 'nearest' }));
}
