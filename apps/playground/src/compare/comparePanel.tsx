import type { VNode } from 'preact';

/** Two versions of the documents, and requests that they decide differently. */
export function ComparePanel(): VNode {
  return <p>…</p>;
}
