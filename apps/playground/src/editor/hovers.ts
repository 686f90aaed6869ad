import { hoverTooltip, type Tooltip } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { cursorAt } from './jsonCursor.ts';
import { tell, type Line } from './tell.ts';

/** Says what an action, a condition key or a resource is. */
export const hovers: Extension = hoverTooltip(async (view, position): Promise<Tooltip | null> => {
  const cursor = cursorAt(view.state, position);
  if (cursor === undefined) return null;
  const told = await tell(cursor);
  if (told === undefined) return null;
  const { title, lines } = told;
  return { pos: cursor.from, end: cursor.to, above: true, create: () => ({ dom: draw(title, lines) }) };
});

function draw(title: string, lines: readonly Line[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'hover';
  const head = box.appendChild(document.createElement('strong'));
  head.textContent = title;
  const list = box.appendChild(document.createElement('dl'));
  for (const [what, which] of lines) {
    list.appendChild(document.createElement('dt')).textContent = what;
    list.appendChild(document.createElement('dd')).textContent = which;
  }
  return box;
}
