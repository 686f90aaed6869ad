import type { VNode } from 'preact';
import { underCursor } from '../editor/underCursor.ts';

/** What the catalog says of the action, key or resource under the cursor. */
export function UnderCursor(): VNode | null {
  const { value } = underCursor;
  if (value === undefined) return null;
  return (
    <div class="hover under-cursor" role="status" aria-label="Under the cursor">
      <strong>{value.title}</strong>
      <dl>
        {value.lines.map(([what, which]) => (
          <>
            <dt key={what}>{what}</dt>
            <dd>{which}</dd>
          </>
        ))}
      </dl>
    </div>
  );
}
