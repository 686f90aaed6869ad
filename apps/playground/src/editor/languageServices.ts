import { linter, type Diagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { readSlot } from '../model/decided.ts';
import { flags, slots } from '../model/state.ts';

/** Diagnostics of the parser. */
export function languageServices(slotId: string): Extension {
  return linter(() => diagnosticsOf(slotId), { delay: 200 });
}

function diagnosticsOf(slotId: string): Diagnostic[] {
  const slot = slots.peek().find(({ id }) => id === slotId);
  if (slot === undefined) return [];
  return readSlot(slot, flags.peek().resourcePolicyKind === 'trust').diagnostics.flatMap((diagnostic) => {
    const { range, severity, message, help } = diagnostic;
    if (range === undefined) return [];
    return [
      {
        from: range.start.offset,
        to: range.end.offset,
        severity,
        message: help === undefined ? message : `${message}; ${help}`,
      },
    ];
  });
}
