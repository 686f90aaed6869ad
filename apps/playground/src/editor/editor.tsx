import { useEffect, useRef } from 'preact/hooks';
import { effect } from '@preact/signals';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { VNode } from 'preact';
import type { PolicySlot } from '../model/policySlot.ts';
import { mark, setText, slots } from '../model/state.ts';
import { findings } from './findings.ts';
import { markField, setMark } from './markField.ts';
import { policySetup } from './policySetup.ts';
import { underCursor } from './underCursor.ts';

/** The editor of one document. Each document keeps its own history, selection and scroll position. */
export function Editor({ slot }: { readonly slot: PolicySlot }): VNode {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);

  useEffect(() => {
    if (host.current === null) return;
    const made = new EditorView({ parent: host.current, state: stateOf(slot) });
    view.current = made;
    return () => {
      states.set(slot.id, made.state);
      made.destroy();
      underCursor.value = undefined;
      findings.value = undefined;
      view.current = undefined;
    };
  }, [slot.id]);

  // Another part of the page replaced the text, for example an import. The signal is asked, not the property:
  // while somebody types, the property is of an earlier moment, and would undo the newest letters.
  useEffect(() => {
    const editor = view.current;
    const text = slots.peek().find(({ id }) => id === slot.id)?.text;
    if (editor === undefined || text === undefined || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [slot.text]);

  useEffect(
    () =>
      effect(() => {
        const wanted = mark.value;
        const editor = view.current;
        if (editor === undefined) return;
        const isHere = wanted?.slot === slot.id && wanted.end <= editor.state.doc.length;
        editor.dispatch({
          effects: [
            setMark.of(isHere ? { from: wanted.start, to: wanted.end } : undefined),
            ...(isHere ? [EditorView.scrollIntoView(wanted.start, { y: 'center' })] : []),
          ],
        });
      }),
    [slot.id],
  );

  return (
    <>
      <div class="editor" ref={host} />
      <p role="status" class="visually-hidden">
        {markedLines(slot)}
      </p>
    </>
  );
}

/** Says what is marked to those who do not see it. */
function markedLines({ id, text }: PolicySlot): string {
  const wanted = mark.value;
  if (wanted?.slot !== id) return '';
  const first = text.slice(0, wanted.start).split('\n').length;
  const last = first + text.slice(wanted.start, wanted.end).split('\n').length - 1;
  return first === last
    ? `marked: line ${String(first)}`
    : `marked: lines ${String(first)} to ${String(last)}`;
}

const states = new Map<string, EditorState>();

function stateOf(slot: PolicySlot): EditorState {
  const kept = states.get(slot.id);
  if (kept?.doc.toString() === slot.text) return kept;
  for (const id of states.keys()) if (!slots.peek().some((other) => other.id === id)) states.delete(id);
  return EditorState.create({ doc: slot.text, extensions: extensionsOf(slot.id) });
}

function extensionsOf(id: string): Extension {
  return [
    policySetup(id),
    markField,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) setText(id, update.state.doc.toString());
    }),
  ];
}
