import {
  pickedCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { OPERATOR_NAMES, STATEMENT_ELEMENTS } from '@policywright/policy';
import type { KeyFacts } from '../worker/languageApi.ts';
import { ask } from '../worker/languageClient.ts';
import { cursorAt, textsOf, type JsonCursor } from './jsonCursor.ts';

const ACTIONS = ['Action', 'NotAction'];
const RESOURCES = ['Resource', 'NotResource'];
const SETS = ['ForAllValues:', 'ForAnyValue:'];

/** Completes what stands in quotes, by what the language and the catalog allow there. */
export async function completePolicy(context: CompletionContext): Promise<CompletionResult | null> {
  const cursor = cursorAt(context.state, context.pos);
  if (cursor === undefined) return null;
  const typed = context.state.sliceDoc(cursor.from, context.pos);
  const options = await optionsFor(context.state, cursor, typed);
  if (options.length === 0) return null;
  return { from: cursor.from, to: cursor.to, options, filter: false };
}

async function optionsFor(
  state: EditorState,
  cursor: JsonCursor,
  typed: string,
): Promise<readonly Completion[]> {
  const { path, isName } = cursor;
  const last = path.at(-1) ?? '';
  if (isName) {
    if (last === 'Statement') return matching([...STATEMENT_ELEMENTS], typed, 'property');
    if (last === 'Condition') return operators(typed);
    if (path.at(-2) === 'Condition') return await keys(state, cursor, typed);
    if (path.length === 0) return matching(['Version', 'Id', 'Statement'], typed, 'property');
    return [];
  }
  if (ACTIONS.includes(last)) {
    const found = await ask('completeAction', typed, 80);
    return found.map(({ label, detail }) => ({ label, detail, type: 'function' }));
  }
  if (RESOURCES.includes(last)) return await resources(state, cursor, typed);
  if (last === 'Effect') return matching(['Allow', 'Deny'], typed, 'enum');
  if (last === 'Version') return matching(['2012-10-17', '2008-10-17'], typed, 'enum');
  return [];
}

function matching(labels: readonly string[], typed: string, type: string): readonly Completion[] {
  const lower = typed.toLowerCase();
  return labels.filter((label) => label.toLowerCase().includes(lower)).map((label) => ({ label, type }));
}

function operators(typed: string): readonly Completion[] {
  const set = SETS.find((prefix) => typed.toLowerCase().startsWith(prefix.toLowerCase()));
  if (set !== undefined)
    return matching(
      OPERATOR_NAMES.filter((name) => name !== 'Null').map((name) => `${set}${name}`),
      typed,
      'keyword',
    );
  return matching([...OPERATOR_NAMES, ...SETS], typed, 'keyword');
}

/** The keys of the statement's actions, or the global ones. */
async function keys(
  state: EditorState,
  { statement }: JsonCursor,
  typed: string,
): Promise<readonly Completion[]> {
  const actions = textsOf(state, statement, ACTIONS).slice(0, 20);
  const known = new Map<string, KeyFacts>();
  for (const action of actions.length === 0 ? [''] : actions)
    for (const key of await ask('keysOf', action)) known.set(key.name, key);
  const lower = typed.toLowerCase();
  return [...known.values()]
    .filter(({ name }) => name.toLowerCase().includes(lower))
    .map(({ name, type, multivalued }) => ({
      label: name,
      detail: multivalued ? `${type}, many values` : type,
      type: 'variable',
      apply: selectVariable(name),
    }));
}

/** ARN formats of the resource types that the statement's actions take. */
async function resources(
  state: EditorState,
  { statement }: JsonCursor,
  typed: string,
): Promise<readonly Completion[]> {
  const formats = new Map<string, string>();
  for (const action of textsOf(state, statement, ACTIONS).slice(0, 20))
    for (const { name, arnFormats } of (await ask('describeAction', action))?.resources ?? [])
      for (const format of arnFormats) formats.set(format.replace('${Partition}', 'aws'), name);
  const lower = typed.toLowerCase();
  const found = [...formats]
    .filter(
      ([format, type]) =>
        lower === '' || lower === '*' || format.startsWith(lower.slice(0, 8)) || type.includes(lower),
    )
    .map(([format, type]) => ({ label: format, detail: type, type: 'class', apply: selectVariable(format) }));
  return [{ label: '*', detail: 'every resource', type: 'class' }, ...found];
}

/** Puts a template in, and selects its first variable for typing over. */
function selectVariable(template: string): NonNullable<Completion['apply']> {
  const variable = /\$\{\w+\}/.exec(template);
  if (variable === null) return template;
  return (...[view, completion, from, to]: [EditorView, Completion, number, number]) => {
    const start = from + variable.index;
    view.dispatch({
      changes: { from, to, insert: template },
      selection: { anchor: start, head: start + variable[0].length },
      annotations: pickedCompletion.of(completion),
    });
  };
}
