import { useState } from 'preact/hooks';
import type { VNode } from 'preact';

/** So many are shown at once; more would make the page slow, and nobody reads them. */
const MOST = 100;
/** Shorter lists need no search. */
const LEAST_TO_FILTER = 8;

/** What `FilteredList` shows. */
export interface FilteredListProps<Entry> {
  readonly label: string;
  readonly entries: readonly Entry[];
  /** By which text an entry is found. */
  readonly textOf: (entry: Entry) => string;
  readonly keyOf: (entry: Entry) => string;
  readonly view: (entry: Entry) => VNode;
}

/** A list of what can be chosen, which is searched where it is long. */
export function FilteredList<Entry>({
  label,
  entries,
  textOf,
  keyOf,
  view,
}: FilteredListProps<Entry>): VNode {
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const found =
    wanted === '' ? entries : entries.filter((entry) => textOf(entry).toLowerCase().includes(wanted));
  return (
    <>
      {entries.length >= LEAST_TO_FILTER && (
        <input
          type="text"
          aria-label={label}
          placeholder={label}
          spellcheck={false}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      <ul class="entries">
        {found.slice(0, MOST).map((entry) => (
          <li key={keyOf(entry)}>{view(entry)}</li>
        ))}
      </ul>
      {found.length === 0 && <p class="note">None of them has that in it.</p>}
      {found.length > MOST && (
        <p class="note">and {(found.length - MOST).toLocaleString('en')} more: search for them</p>
      )}
    </>
  );
}
