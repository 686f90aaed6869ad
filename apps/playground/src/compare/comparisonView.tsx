import type { VNode } from 'preact';
import { TakenForGranted } from '../proof/takenForGranted.tsx';
import type { Change, Comparison } from '../worker/proofs/proofApi.ts';
import { ChangeView } from './changeView.tsx';

/** What two versions allow differently, or that they allow the same. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }): VNode {
  const { changes, reasons, assumptions } = comparison;
  const more = changes.filter(({ change }) => change === 'allowed');
  const less = changes.filter(({ change }) => change === 'denied');
  const isAll = reasons.length === 0;
  return (
    <>
      {changes.length === 0 && isAll ? (
        <p class="outcome proved" role="status">
          <strong>
            <span aria-hidden="true">✓</span> Proved equal
          </strong>{' '}
          Both versions allow exactly the same requests.
        </p>
      ) : (
        <p class={`outcome ${more.length > 0 ? 'refuted' : isAll ? 'proved' : 'unknown'}`} role="status">
          <strong>{headline(more, less)}</strong> {isAll ? 'Everything else is proved to be as before.' : ''}
        </p>
      )}
      {!isAll && <Reasons of={reasons} />}
      <Changes title="Allowed now, and not before" of={more} />
      <Changes title="Allowed before, and not now" of={less} />
      <TakenForGranted of={assumptions} />
    </>
  );
}

function headline(more: readonly Change[], less: readonly Change[]): string {
  if (more.length > 0)
    return less.length > 0 ? '▲ More is allowed, and ▼ other things no more.' : '▲ More is allowed.';
  return less.length > 0 ? '▼ Less is allowed, and nothing new.' : '? Not found out.';
}

function Reasons({ of }: { readonly of: readonly string[] }): VNode {
  return (
    <div class="note">
      There may be more, since not all was found out:
      <ul>
        {of.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

function Changes({ title, of }: { readonly title: string; readonly of: readonly Change[] }): VNode | null {
  if (of.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="changes">
        {of.map((change, index) => (
          <li key={index} class={change.change}>
            <ChangeView of={change} />
          </li>
        ))}
      </ul>
    </>
  );
}
