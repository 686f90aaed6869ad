import type { VNode } from 'preact';
import { DOCS } from '../ui/links.ts';
import { guardRails } from './questionState.ts';

/** The guard rails as a file has them. */
export function GuardRailFields(): VNode {
  return (
    <div class="paste">
      <label>
        <span>Guard rails, in YAML or JSON, as the command reads them</span>
        <textarea
          rows={12}
          spellcheck={false}
          value={guardRails.value}
          onInput={(event) => (guardRails.value = event.currentTarget.value)}
        />
      </label>
      <p class="note">
        <code>action</code> and <code>resource</code> are patterns as in a policy; <code>unless</code> is a
        condition block: access that meets all of it is fine.{' '}
        <a href={`${DOCS}proofs`} target="_blank" rel="noreferrer">
          More about guard rails
        </a>
      </p>
    </div>
  );
}
