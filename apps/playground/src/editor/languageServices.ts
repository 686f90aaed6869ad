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
import { hovers } from './hovers.ts';

/** Findings, completions and explanations of what the mouse is on. */
export function languageServices(slotId: string): Extension {
  return [
    linter((view) => findingsFor(view, slotId), { delay: 300 }),
    lintGutter(),
    autocompletion({ override: [completePolicy], icons: false }),
    hovers,
  ];
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
