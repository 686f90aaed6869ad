import type { VNode } from 'preact';
import { DOCS } from '../ui/links.ts';

/** A rule's number, as a link to what the documentation says of it. Nothing is loaded until it is followed. */
export function RuleLink({ rule }: { readonly rule: string }): VNode {
  return (
    <a href={`${DOCS}semantics#${rule.toLowerCase()}`} target="_blank" rel="noreferrer">
      rule {rule}
    </a>
  );
}
