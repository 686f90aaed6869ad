import { hoverTooltip, type Tooltip } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import type { ActionFacts } from '../worker/languageApi.ts';
import { ask } from '../worker/languageClient.ts';
import { cursorAt, type JsonCursor } from './jsonCursor.ts';

/** One line of a tooltip: what, and which. */
type Line = readonly [string, string];

/** Says what an action, a condition key or a resource is. */
export const hovers: Extension = hoverTooltip(async (view, position): Promise<Tooltip | null> => {
  const cursor = cursorAt(view.state, position);
  if (cursor === undefined) return null;
  const told = await tell(cursor);
  if (told === undefined) return null;
  const { title, lines } = told;
  return { pos: cursor.from, end: cursor.to, above: true, create: () => ({ dom: draw(title, lines) }) };
});

interface Told {
  readonly title: string;
  readonly lines: readonly Line[];
}

async function tell({ path, isName, text }: JsonCursor): Promise<Told | undefined> {
  const last = path.at(-1) ?? '';
  if (isName && path.at(-2) === 'Condition') {
    const key = await ask('describeKey', text);
    return (
      key && {
        title: key.name,
        lines: [
          ['type', key.type],
          ['values', key.multivalued ? 'many: use ForAllValues or ForAnyValue' : 'one'],
        ],
      }
    );
  }
  if (!isName && (last === 'Action' || last === 'NotAction')) return await tellAction(text);
  if (!isName && (last === 'Resource' || last === 'NotResource') && text !== '*') {
    const types = await ask('describeResource', text);
    if (types.length === 0) return undefined;
    return { title: 'could be', lines: types.slice(0, 5).map(({ service, type }): Line => [service, type]) };
  }
  return undefined;
}

async function tellAction(text: string): Promise<Told | undefined> {
  if (text.includes('*') || text.includes('?')) {
    const { count, first } = await ask('describePattern', text);
    const names = first.map((name) => name.slice(name.indexOf(':') + 1)).join(', ');
    const lines: Line[] = count === 0 ? [] : [['such as', count > first.length ? `${names}, …` : names]];
    return { title: `${text}: ${count.toLocaleString('en')} actions`, lines };
  }
  const action = await ask('describeAction', text);
  return action === undefined
    ? { title: `${text} is no action of the catalog`, lines: [] }
    : { title: action.name, lines: linesOf(action) };
}

function linesOf(action: ActionFacts): readonly Line[] {
  const resources = action.resources.map(({ name, required }) => (required ? name : `${name} (optional)`));
  const lines: Line[] = [
    ['service', action.service],
    ['access', action.accessLevels.join(', ')],
    ['resources', resources.length === 0 ? 'only *' : resources.join(', ')],
  ];
  if (action.conditionKeys.length > 0) lines.push(['keys', action.conditionKeys.join(', ')]);
  if (action.dependentActions !== undefined && action.dependentActions.length > 0)
    lines.push(['also needs', action.dependentActions.join(', ')]);
  if (action.permissionOnly === true) lines.push(['permission only', 'no API operation has this name']);
  return lines;
}

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
