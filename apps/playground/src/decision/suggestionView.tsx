import { batch } from '@preact/signals';
import type { VNode } from 'preact';
import { sentence } from '@policywright/evaluator/wording';
import { newSlot } from '../model/policySlot.ts';
import { flags, openDocument, request, slots } from '../model/state.ts';
import { notice } from '../share/page.ts';
import { copyText } from '../share/copyText.ts';
import type { PolicySuggestion } from '../worker/calls/callApi.ts';
import { ask } from '../worker/languageClient.ts';
import { useAnswer } from '../worker/useAnswer.ts';
import { PhraseView } from './phraseView.tsx';

/** The statement that would allow the request, which was decided again with it; or what stops it all the same. */
export function SuggestionView(): VNode | null {
  const asked = { slots: slots.value, flags: flags.value, request: request.value };
  const suggestion = useAnswer(Object.values(asked), () => ask('suggest', asked));
  if (suggestion === undefined) return null;
  return (
    <details class="suggestion">
      <summary>
        {suggestion.kind === 'policy'
          ? 'Statement that would allow it'
          : 'No statement of the caller would allow it'}
      </summary>
      {suggestion.kind === 'policy' ? (
        <StatementToAdd of={suggestion} />
      ) : (
        <p>
          Whatever an identity policy allowed:{' '}
          {suggestion.by.map((phrase, index) => (
            <PhraseView key={index} of={sentence(phrase)} />
          ))}
        </p>
      )}
    </details>
  );
}

function StatementToAdd({ of }: { readonly of: Extract<PolicySuggestion, { kind: 'policy' }> }): VNode {
  const { text } = of;
  return (
    <>
      <pre>{text}</pre>
      <div class="row-of-buttons">
        <button type="button" onClick={() => add(text)}>
          Add it as an identity policy
        </button>
        <button type="button" onClick={() => void copyText(text, 'The policy is copied.')}>
          Copy
        </button>
      </div>
      <p class="note">Decided again with it: the request is allowed.</p>
    </>
  );
}

function add(text: string): void {
  const slot = newSlot({ kind: 'identity', level: 0, name: 'What was missing', text });
  batch(() => {
    slots.value = [...slots.value, slot];
    openDocument(slot);
    notice.value = 'Added as the identity policy “What was missing”.';
  });
}
