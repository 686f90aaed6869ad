import { autocompletion } from '@codemirror/autocomplete';
import { linter, lintGutter, type Action, type Diagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Finding } from '@policywright/lint';
import { readSlot } from '../model/decided.ts';
import { policyTypeOf, type PolicySlot } from '../model/policySlot.ts';
import { flags, slots } from '../model/state.ts';
import { ask } from '../worker/languageClient.ts';
import { completePolicy } from './completions.ts';
import { findings, type ListedFinding } from './findings.ts';
import { hovers } from './hovers.ts';

/** Findings, completions and explanations of what the mouse is on. */
export function languageServices(slotId: string): Extension {
  return [
    linter(
      async (view) => {
        const found = await findingsFor(view, slotId);
        if (view.dom.isConnected) list(view, slotId, found);
        return found;
      },
      { delay: 300 },
    ),
    lintGutter(),
    autocompletion({ override: [completePolicy], icons: false }),
    hovers,
  ];
}

/** Lists the findings below the editor, too. */
function list(view: EditorView, slot: string, found: readonly Diagnostic[]): void {
  const { doc } = view.state;
  const listed = found.map(({ severity, message, source, from, to, actions }): ListedFinding => {
    const [action] = actions ?? [];
    return {
      severity,
      message,
      code: source ?? '',
      line: doc.lineAt(Math.min(from, doc.length)).number,
      show: () => {
        view.focus();
        view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      },
      fix: action && { name: action.name, apply: () => action.apply(view, from, to) },
    };
  });
  findings.value = { slot, list: listed };
}

async function findingsFor(view: EditorView, slotId: string): Promise<readonly Diagnostic[]> {
  const slot = slots.peek().find(({ id }) => id === slotId);
  if (slot === undefined) return [];
  const text = view.state.doc.toString();
  const isTrust = flags.peek().resourcePolicyKind === 'trust';
  try {
    const findings = await ask('lint', text, policyTypeOf(slot.kind, isTrust));
    return findings.flatMap((finding) => diagnosticOf(finding, text.length));
  } catch {
    // Without the catalog, what the parser says is better than nothing.
    return parserDiagnostics(slot, isTrust);
  }
}

const SEVERITIES = { error: 'error', warning: 'warning', suggestion: 'info', info: 'hint' } as const;

function diagnosticOf(
  { range, severity, message, help, code, fix }: Finding,
  length: number,
): readonly Diagnostic[] {
  const from = Math.min(range?.start.offset ?? 0, length);
  const to = Math.min(range?.end.offset ?? 0, length);
  const actions: Action[] =
    fix === undefined
      ? []
      : [
          {
            name: fix.keepsDecisions ? 'Fix' : 'Fix (changes decisions)',
            apply: (view) => apply(view, fix.edits),
          },
        ];
  return [
    {
      from,
      to,
      severity: SEVERITIES[severity],
      message: help === undefined ? message : `${message}; ${help}`,
      source: code,
      actions,
    },
  ];
}

function apply(
  view: EditorView,
  edits: readonly { readonly start: number; readonly end: number; readonly replacement: string }[],
): void {
  const { length } = view.state.doc;
  if (edits.some(({ end }) => end > length)) return;
  view.dispatch({
    changes: edits.map(({ start, end, replacement }) => ({ from: start, to: end, insert: replacement })),
  });
}

function parserDiagnostics(slot: PolicySlot, isTrust: boolean): readonly Diagnostic[] {
  return readSlot(slot, isTrust).diagnostics.flatMap(({ range, severity, message, code }) =>
    range === undefined
      ? []
      : [{ from: range.start.offset, to: range.end.offset, severity, message, source: code }],
  );
}
