import { StateEffect, StateField, type StateEffectType } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Marks a part of the document, or nothing. */
export const setMark: StateEffectType<{ readonly from: number; readonly to: number } | undefined> =
  StateEffect.define();

const MARKED = Decoration.mark({ class: 'cm-marked' });

/** What is marked; it moves along as the text changes. */
export const markField: StateField<DecorationSet> = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMark)) continue;
      const { value } = effect;
      next =
        value === undefined || value.from >= value.to
          ? Decoration.none
          : Decoration.set(MARKED.range(value.from, value.to));
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
