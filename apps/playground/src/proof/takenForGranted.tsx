import { DOCS } from '../ui/links.ts';
import type { VNode } from 'preact';

/** What answers rest on. */
export function TakenForGranted({ of }: { readonly of: readonly string[] }): VNode | null {
  if (of.length === 0) return null;
  return (
    <details class="granted">
      <summary>What the answer takes for granted</summary>
      <ul>
        {of.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>
        <a href={`${DOCS}proofs`} target="_blank" rel="noreferrer">
          How proofs work
        </a>
      </p>
    </details>
  );
}
