import type { VNode } from 'preact';

const RULES = 'https://policywright.github.io/policywright/semantics';

/** A rule's number, as a link to what the documentation says of it. Nothing is loaded until it is followed. */
export function RuleLink({ rule }: { readonly rule: string }): VNode {
  return (
    <a href={`${RULES}#${rule.toLowerCase()}`} target="_blank" rel="noreferrer">
      rule {rule}
    </a>
  );
}
