import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { workspace } from '../model/decided.ts';
import { before, flags, request, slots, view } from '../model/state.ts';
import { notice } from '../share/page.ts';
import type { Comparison, Difference } from '../worker/languageApi.ts';
import { ask } from '../worker/languageClient.ts';
import { useAnswer } from '../worker/useAnswer.ts';

const MOST_ACTIONS = 25;

/** Two versions of the documents, and requests that they decide differently. */
export function ComparePanel(): VNode {
  const comparison = useComparison();
  return (
    <div class="compare">
      <p>
        What would your edits change? The documents as they were opened, or last kept, are compared with those
        of now.{' '}
        <button
          type="button"
          onClick={() => {
            before.value = slots.value;
            notice.value = 'kept: changes from now on are compared with this version';
          }}
        >
          Keep this version
        </button>
      </p>
      {before.value === slots.value ? (
        <p role="status">Nothing has changed yet. Edit a document and look here again.</p>
      ) : !workspace.value.ok ? (
        <p role="status">A document cannot be read: mend it first, the error stands at the top.</p>
      ) : comparison === undefined ? (
        <p role="status">Comparing …</p>
      ) : (
        <Findings comparison={comparison} />
      )}
    </div>
  );
}

function useComparison(): Comparison | undefined {
  const input = { before: before.value, after: slots.value, flags: flags.value, request: request.value };
  return useAnswer(Object.values(input), () =>
    input.before === input.after ? undefined : ask('compare', input),
  );
}

function Findings({ comparison }: { readonly comparison: Comparison }): VNode {
  const { actions, sampled, tried } = comparison;
  const [all, showAll] = useState(false);
  return (
    <>
      <h3>For this principal, resource and context</h3>
      <p class="note" role="status">
        {actions.length === 0
          ? 'All actions of the catalog are decided as before.'
          : `${actions.length === 1 ? '1 action is' : `${actions.length.toLocaleString('en')} actions are`} decided differently; every action of the catalog was decided.`}
      </p>
      <Differences of={all ? actions : actions.slice(0, MOST_ACTIONS)} isShort />
      {!all && actions.length > MOST_ACTIONS && (
        <button type="button" class="quiet" onClick={() => showAll(true)}>
          Show {(actions.length - MOST_ACTIONS).toLocaleString('en')} more
        </button>
      )}
      <h3>Elsewhere</h3>
      <p class="note">
        {sampled.length === 0 ? 'No difference found' : `${String(sampled.length)} kinds of difference found`}{' '}
        among {tried.toLocaleString('en')} requests that match, or almost match, the statements of both
        versions. This is a search, not a proof: what it does not find may still be there.
      </p>
      <Differences of={sampled} isShort={false} />
    </>
  );
}

const WORDS = { Allow: 'allowed', ExplicitDeny: 'denied by a statement', ImplicitDeny: 'not allowed' };

/** Who can do more or less than before; a denial of another kind is neither. */
function changeOf({ before: was, after }: Difference): keyof typeof CHANGES {
  if (after === 'Allow') return 'wider';
  return was === 'Allow' ? 'narrower' : 'other';
}

const CHANGES = { wider: '▲ more', narrower: '▼ less', other: '= denied otherwise' };

function Differences({
  of,
  isShort,
}: {
  readonly of: readonly Difference[];
  readonly isShort: boolean;
}): VNode {
  return (
    <ul class="differences">
      {of.map((difference) => (
        <li key={JSON.stringify(difference.request)} class={changeOf(difference)}>
          <span class="change">{CHANGES[changeOf(difference)]}</span>{' '}
          <button type="button" class="link" onClick={() => open(difference)}>
            {difference.request.action}
          </button>{' '}
          {!isShort && (
            <>
              on <code>{difference.request.resource}</code> by{' '}
              <code>{difference.request.principal}</code>{' '}
            </>
          )}
          <span>
            was {WORDS[difference.before]}, is now <strong>{WORDS[difference.after]}</strong>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Puts the request into the form, and shows why it is decided so now. */
function open(difference: Difference): void {
  request.value = difference.request;
  view.value = 'decision';
}
