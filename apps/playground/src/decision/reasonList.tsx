import type { VNode } from 'preact';
import { PhraseView } from './phraseView.tsx';
import type { Reason } from './reasons.ts';
import { showPlace } from './showPlace.ts';

/** Elements and conditions of a statement; each opens where it stands. */
export function ReasonList({
  of,
  statement,
}: {
  readonly of: readonly Reason[];
  readonly statement: string;
}): VNode {
  return (
    <ul class="elements">
      {of.map(({ holds, label, element, phrase }) => (
        <li key={element} class={holds ? 'yes' : 'no'}>
          <span class="visually-hidden">{holds ? 'holds: ' : 'does not hold: '}</span>
          <button
            type="button"
            class="link"
            title="Mark it in the document"
            onClick={() => showPlace(statement, element)}
          >
            {label}
          </button>
          {element.startsWith('/Condition') ? ': ' : ' '}
          <PhraseView of={phrase} />
        </li>
      ))}
    </ul>
  );
}
