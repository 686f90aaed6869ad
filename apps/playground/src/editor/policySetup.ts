import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { lintKeymap } from '@codemirror/lint';
import { hiddenCharacters } from './hiddenCharacters.ts';
import { languageServices } from './languageServices.ts';
import { followCursor } from './underCursor.ts';

// The colours are variables of the page, so that both themes share one style.
const highlight = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-name)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-atom)' },
  { tag: [tags.brace, tags.squareBracket, tags.separator], color: 'var(--code-punctuation)' },
]);

/**
 * Everything that an editor of policies has.
 *
 * Tab leaves the editor, as everywhere on a page; brackets and quotes close themselves.
 */
export function policySetup(slotId: string): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    json(),
    syntaxHighlighting(highlight),
    EditorState.tabSize.of(2),
    // Otherwise opening a document would change its line ends.
    EditorState.lineSeparator.of('\n'),
    hiddenCharacters(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': 'Policy document', tabindex: '0' }),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    followCursor(),
    languageServices(slotId),
  ];
}
