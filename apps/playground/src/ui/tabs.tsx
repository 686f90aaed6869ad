import type { ComponentChildren, VNode } from 'preact';

/** What `Tabs` shows. */
export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly label: ComponentChildren }[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** A row of tabs, moved along with the arrow keys as the ARIA practices say. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps): VNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = tabs.findIndex(({ id }) => id === selected);
    const next = tabs[targetOf(event.key, index, tabs.length)];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} class="tabs" onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? `panel-${tab.id}` : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** The tab that a key leads to; -1 for other keys. */
function targetOf(key: string, index: number, count: number): number {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
