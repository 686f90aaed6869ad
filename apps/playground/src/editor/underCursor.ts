import { signal, type Signal } from '@preact/signals';
import { EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { cursorAt } from './jsonCursor.ts';
import { tell, type Told } from './tell.ts';

/** What the catalog says of where the cursor is; the mouse is not the only way to ask. */
export const underCursor: Signal<Told | undefined> = signal(undefined);

const DELAY_MILLISECONDS = 200;

/** Follows the cursor while the editor has the focus. */
export function followCursor(): Extension {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  return EditorView.updateListener.of(({ view, selectionSet, docChanged }) => {
    if (!selectionSet && !docChanged) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      asked += 1;
      const number = asked;
      const cursor = cursorAt(view.state, view.state.selection.main.head);
      void Promise.resolve(cursor && tell(cursor))
        .catch(() => undefined)
        .then((told) => {
          if (number === asked) underCursor.value = told;
        });
    }, DELAY_MILLISECONDS);
  });
}
