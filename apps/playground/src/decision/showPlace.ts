import { batch } from '@preact/signals';
import { workspace } from '../model/decided.ts';
import { mark, openDocument } from '../model/state.ts';
import { placeOf } from '../model/statementPlace.ts';

/**
 * Opens a document and marks a part of it.
 *
 * @param ref - JSON pointer in the policy set of a statement or of an element or condition of one.
 */
export function showPlace(ref: string): void {
  const { value } = workspace;
  if (!value.ok) return;
  const place = placeOf(value.places, ref);
  if (place === undefined) return;
  batch(() => {
    openDocument(place.slot);
    mark.value = { slot: place.slot.id, start: place.start, end: place.end };
  });
  showEditor();
}

/** On a narrow page the editor is above, out of sight. */
export function showEditor(): void {
  requestAnimationFrame(() => document.querySelector('.editor')?.scrollIntoView({ block: 'nearest' }));
}
