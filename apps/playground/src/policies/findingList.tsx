import type { VNode } from 'preact';
import { withCode } from '@policywright/evaluator/wording';
import { PhraseView } from '../decision/phraseView.tsx';
import { findings } from '../editor/findings.ts';

const MOST = 50;

const ICONS = { error: '✗', warning: '⚠', info: 'ℹ', hint: 'ℹ' };
const WORDS = { error: 'error', warning: 'warning', info: 'suggestion', hint: 'note' };

/**
 * What the linter says of the open document, for those who cannot point at a wavy line. It takes the id alone:
 * it would be drawn anew with every letter, if it took the document.
 */
export function FindingList({ slotId }: { readonly slotId: string }): VNode | null {
  const { value } = findings;
  if (value === undefined || value.slot !== slotId || value.list.length === 0) return null;
  const { list } = value;
  const isSerious = list.some(({ severity }) => severity === 'error');
  return (
    <details class="findings" open={isSerious}>
      <summary>{list.length === 1 ? '1 finding' : `${String(list.length)} findings`} of the linter</summary>
      <ul>
        {list.slice(0, MOST).map(({ severity, message, line, code, show, fix }) => (
          <li key={`${code} ${String(line)} ${message}`} class={severity}>
            <span aria-hidden="true">{ICONS[severity]}</span>
            <span class="visually-hidden">{WORDS[severity]}: </span>{' '}
            <button type="button" class="link" onClick={show}>
              line {line}
            </button>{' '}
            <PhraseView of={withCode(message)} />
            {fix !== undefined && (
              <>
                {' '}
                <button type="button" class="chip" onClick={fix.apply}>
                  {fix.name}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {list.length > MOST && <p class="note">and {list.length - MOST} more, marked in the document</p>}
    </details>
  );
}
