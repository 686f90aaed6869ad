import { useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { levelPlace } from '../model/layerNames.ts';
import { addDocument, addLevelBelow, removeLevel } from '../model/documents.ts';
import { KINDS, type PolicySlot } from '../model/policySlot.ts';
import { openDocument, slots } from '../model/state.ts';
import { DocumentName } from './documentButton.tsx';

/** A row of the tree: a level or a document of it. */
interface Row {
  readonly id: string;
  readonly level: number;
  readonly slot: PolicySlot | undefined;
}

/** What `LevelTree` shows. */
export interface LevelTreeProps {
  readonly kind: PolicySlot['kind'];
  readonly open: PolicySlot;
}

/** SCPs or RCPs from the root of the organization down to the account, as a tree for mouse and arrow keys. */
export function LevelTree({ kind, open }: LevelTreeProps): VNode {
  const of = slots.value.filter((slot) => slot.kind === kind);
  const levels = Math.max(...of.map(({ level }) => level)) + 1;
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState(open.id);
  const rows = rowsOf(of, levels, folded);
  const active = rows.find(({ id }) => id === current) ?? rows.find(({ id }) => id === open.id) ?? rows[0];
  const tree = useRef<HTMLUListElement>(null);

  const go = (row: Row | undefined): void => {
    if (row === undefined) return;
    setCurrent(row.id);
    if (row.slot !== undefined) openDocument(row.slot);
    tree.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus();
  };
  const fold = (level: number, isFolded: boolean): void => {
    const next = new Set(folded);
    if (isFolded) next.add(level);
    else next.delete(level);
    setFolded(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (active === undefined) return;
    const action = keyAction(event.key, { rows, active, folded });
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === 'go') go(action.row);
    else fold(active.level, action.kind === 'fold');
  };

  const level = active?.level ?? open.level;
  const label = KINDS.find((entry) => entry.kind === kind)?.label ?? kind;
  return (
    <div class="levels-of-policies">
      <ul role="tree" aria-label={`${label}s by level`} class="tree" ref={tree} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <RowView
            key={row.id}
            row={row}
            isActive={row.id === active?.id}
            isOpen={row.slot?.id === open.id}
            place={levelPlace(row.level, levels)}
            isFolded={folded.has(row.level)}
            onChoose={() => {
              go(row);
              if (row.slot === undefined) fold(row.level, !folded.has(row.level));
            }}
          />
        ))}
      </ul>
      <div class="tree-tools">
        <button type="button" onClick={() => addDocument(kind, level)}>
          + {label} at level {level + 1}
        </button>
        <button type="button" onClick={() => addLevelBelow(kind, level)}>
          + level below it
        </button>
        <button
          type="button"
          onClick={() => {
            removeLevel(kind, level);
            document.getElementById(`tab-${kind}`)?.focus();
          }}
        >
          Remove level {level + 1}
        </button>
      </div>
    </div>
  );
}

interface RowViewProps {
  readonly row: Row;
  /** It takes the focus when the tree is reached. */
  readonly isActive: boolean;
  /** It is the document in the editor. */
  readonly isOpen: boolean;
  readonly place: string;
  readonly isFolded: boolean;
  readonly onChoose: () => void;
}

/** A row; how deep it is stands in `aria-level`, since a name that held all below it would not be one. */
function RowView({ row, isActive, isOpen, place, isFolded, onChoose }: RowViewProps): VNode {
  const { id, level, slot } = row;
  const depth = slot === undefined ? level + 1 : level + 2;
  const common = {
    role: 'treeitem',
    'data-row': id,
    'aria-level': depth,
    tabIndex: isActive ? 0 : -1,
    style: { '--depth': depth - 1 },
    onClick: onChoose,
  } as const;
  if (slot === undefined)
    return (
      <li {...common} class="row level-row" aria-expanded={!isFolded}>
        <span aria-hidden="true">{isFolded ? '▸' : '▾'}</span> Level {level + 1}: {place}
      </li>
    );
  return (
    <li {...common} class={`row document${slot.isOff === true ? ' off' : ''}`} aria-selected={isOpen}>
      <DocumentName slot={slot} />
    </li>
  );
}

/** The rows that are not folded away, from top to bottom. */
function rowsOf(of: readonly PolicySlot[], levels: number, folded: ReadonlySet<number>): readonly Row[] {
  const rows: Row[] = [];
  for (let level = 0; level < levels; level += 1) {
    rows.push({ id: `level-${String(level)}`, level, slot: undefined });
    if (folded.has(level)) break;
    for (const slot of of) if (slot.level === level) rows.push({ id: slot.id, level, slot });
  }
  return rows;
}

type KeyAction =
  | { readonly kind: 'go'; readonly row: Row | undefined }
  | { readonly kind: 'fold' | 'unfold' };

interface KeyState {
  readonly rows: readonly Row[];
  readonly active: Row;
  readonly folded: ReadonlySet<number>;
}

/** What a key does in a tree, by the ARIA practices. */
function keyAction(key: string, { rows, active, folded }: KeyState): KeyAction | undefined {
  const at = rows.indexOf(active);
  const isLevel = active.slot === undefined;
  switch (key) {
    case 'ArrowDown':
      return { kind: 'go', row: rows[at + 1] };
    case 'ArrowUp':
      return { kind: 'go', row: rows[at - 1] };
    case 'Home':
      return { kind: 'go', row: rows[0] };
    case 'End':
      return { kind: 'go', row: rows.at(-1) };
    case 'ArrowRight':
      if (!isLevel) return undefined;
      return folded.has(active.level) ? { kind: 'unfold' } : { kind: 'go', row: rows[at + 1] };
    case 'ArrowLeft':
      if (isLevel && !folded.has(active.level)) return { kind: 'fold' };
      return { kind: 'go', row: parentOf(rows, active) };
    case 'Enter':
    case ' ':
      if (isLevel) return { kind: folded.has(active.level) ? 'unfold' : 'fold' };
      return { kind: 'go', row: active };
    default:
      return undefined;
  }
}

function parentOf(rows: readonly Row[], { level, slot }: Row): Row | undefined {
  const wanted = slot === undefined ? level - 1 : level;
  return rows.find((row) => row.slot === undefined && row.level === wanted);
}
