import type { ActionFacts } from '../worker/languageApi.ts';
import { ask } from '../worker/languageClient.ts';
import type { JsonCursor } from './jsonCursor.ts';

/** One line of an explanation: what, and which. */
export type Line = readonly [string, string];

/** What an action, a condition key or a resource is. */
export interface Told {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Says what the text at a place is; nothing where the catalog has nothing to say. */
export async function tell({ path, isName, text }: JsonCursor): Promise<Told | undefined> {
  const last = path.at(-1) ?? '';
  if (isName && path.at(-2) === 'Condition') {
    const key = await ask('describeKey', text);
    return (
      key && {
        title: key.name,
        lines: [
          ['words from the name', key.words],
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
    ['words from the name', action.words],
    ['service', action.service],
    ['access', action.accessLevels.join(', ')],
    ['resources', resources.length === 0 ? 'only *' : resources.join(', ')],
  ];
  if (action.conditionKeys.length > 0) lines.push(['keys', action.conditionKeys.join(', ')]);
  if (action.dependentActions.length > 0) lines.push(['also needs', action.dependentActions.join(', ')]);
  if (action.permissionOnly === true) lines.push(['permission only', 'no API operation has this name']);
  return lines;
}
