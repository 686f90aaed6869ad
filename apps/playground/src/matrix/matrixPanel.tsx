import type { VNode } from 'preact';

/** Every action of the catalog against the resource of the request. */
export function MatrixPanel(): VNode {
  return <p>…</p>;
}
