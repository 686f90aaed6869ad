import { useMemo, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { workspace } from '../model/decided.ts';
import { flags, request, setRequest, slots, view } from '../model/state.ts';
import type { Matrix } from '../worker/languageApi.ts';
import { ask } from '../worker/languageClient.ts';
import { useAnswer } from '../worker/useAnswer.ts';
import { download } from '../ui/download.ts';
import { cellFor, drawHeatMap, LEVELS, toCsv, type HeatMapInput } from './heatMap.ts';
import { HeatMap } from './heatMapView.tsx';
import { ServiceTable } from './serviceTable.tsx';

const MOST_RESOURCES = 6;

/** Every action of the catalog on some resources, under the documents and the context of the page. */
export function MatrixPanel(): VNode {
  const [more, setMore] = useState('');
  const [filter, setFilter] = useState('');
  const [levels, setLevels] = useState<ReadonlySet<number>>(new Set(LEVELS.keys()));
  const named = useMemo(() => resourcesOf(request.value.resource, more), [request.value.resource, more]);
  const resources = useMemo(() => named.slice(0, MOST_RESOURCES), [named]);
  const matrix = useMatrix(resources);
  const [resource, setResource] = useState(ALL);
  const [zoom, setZoom] = useState<number | undefined>(undefined);
  const rows = useMemo(() => rowsOf(matrix, resource), [matrix, resource]);
  const shown = useMemo(() => matrix && numbersOf(matrix, filter, levels), [matrix, filter, levels]);
  return (
    <div class="matrix">
      <div class="controls">
        <label class="field">
          <span>Filter</span>
          <input
            type="text"
            placeholder="ecs:, or a part of a name"
            value={filter}
            onInput={(event) => setFilter(event.currentTarget.value.trim().toLowerCase())}
          />
        </label>
        <label class="field">
          <span>More resources</span>
          <textarea
            rows={2}
            spellcheck={false}
            placeholder="one ARN a line"
            value={more}
            onChange={(event) => setMore(event.currentTarget.value)}
          />
        </label>
        {named.length > resources.length && (
          <p class="note">The first {resources.length} resources are shown.</p>
        )}
        <Levels chosen={levels} onChange={setLevels} />
      </div>
      {matrix === undefined || shown === undefined ? (
        <p role="status">
          {workspace.value.ok
            ? 'Loading the catalog …'
            : 'A document cannot be read: mend it first, the error stands at the top.'}
        </p>
      ) : (
        <>
          <Summary matrix={matrix} shown={shown} />
          <div class="view-controls">
            <ResourceSelect matrix={matrix} value={resource} onChange={setResource} />
            <Zoom value={zoom ?? cellFor(shown.length)} onChange={setZoom} />
          </div>
          <HeatMap matrix={matrix} shown={shown} rows={rows} zoom={zoom} onChoose={choose} />
          <div class="actions">
            <button type="button" onClick={() => download('actions.csv', 'text/csv', toCsv(matrix, shown))}>
              Save as CSV
            </button>
            <button type="button" onClick={() => void savePng({ matrix, shown, rows, zoom })}>
              Save as PNG
            </button>
          </div>
          <ServiceTable matrix={matrix} shown={shown} rows={rows} onChoose={choose} />
        </>
      )}
    </div>
  );
}

/** Puts an action into the request, and shows why it is decided so. */
function choose(action: string, resource: string): void {
  setRequest({ action, resource });
  view.value = 'decision';
}

function resourcesOf(asked: string, more: string): readonly string[] {
  const lines = more
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set([asked.trim(), '*', ...lines])];
}

/** Instead of the number of a resource: all of them. */
const ALL = -1;

function rowsOf(matrix: Matrix | undefined, chosen: number): readonly number[] {
  const count = matrix?.resources.length ?? 0;
  return chosen >= 0 && chosen < count ? [chosen] : Array.from({ length: count }, (_, row) => row);
}

interface ResourceSelectProps {
  readonly matrix: Matrix;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function ResourceSelect({ matrix, value, onChange }: ResourceSelectProps): VNode | null {
  const { resources } = matrix;
  if (resources.length < 2) return null;
  return (
    <label class="field">
      <span>Resource</span>
      <select
        value={value < resources.length ? value : ALL}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      >
        <option value={ALL}>all {resources.length}, a stripe each from top to bottom</option>
        {resources.map((name, index) => (
          <option key={name} value={index}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Width of a cell. */
function Zoom({
  value,
  onChange,
}: {
  readonly value: number;
  readonly onChange: (cell: number) => void;
}): VNode {
  return (
    <label class="field">
      <span>Zoom</span>
      <input
        type="range"
        min={3}
        max={28}
        value={value}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
    </label>
  );
}

/** The matrix of the page; it follows changes a moment later. */
function useMatrix(resources: readonly string[]): Matrix | undefined {
  const input = { slots: slots.value, flags: flags.value, request: request.value, resources };
  return useAnswer(Object.values(input), () => ask('matrix', input));
}

function numbersOf(
  { actions, levels }: Matrix,
  filter: string,
  chosen: ReadonlySet<number>,
): readonly number[] {
  const numbers: number[] = [];
  actions.forEach((action, number) => {
    if (chosen.has(levels[number] ?? 0) && action.toLowerCase().includes(filter)) numbers.push(number);
  });
  return numbers;
}

function Summary({ matrix, shown }: { readonly matrix: Matrix; readonly shown: readonly number[] }): VNode {
  const { resources, decisions, milliseconds, actions } = matrix;
  const decided = actions.length * resources.length;
  const allowed = decisions.map((codes) => shown.filter((number) => codes[number] === 1).length);
  return (
    <p role="status" class="note">
      {decided.toLocaleString('en')} decisions in {milliseconds.toFixed(1)} ms. Of{' '}
      {shown.length.toLocaleString('en')} actions{' '}
      {resources
        .map((name, index) => `${(allowed[index] ?? 0).toLocaleString('en')} allowed on ${name}`)
        .join(', ')}
      .
    </p>
  );
}

interface LevelsProps {
  readonly chosen: ReadonlySet<number>;
  readonly onChange: (chosen: ReadonlySet<number>) => void;
}

function Levels({ chosen, onChange }: LevelsProps): VNode {
  return (
    <fieldset class="levels">
      <legend>Access levels</legend>
      {LEVELS.map((label, level) => (
        <label class="check" key={label}>
          <input
            type="checkbox"
            checked={chosen.has(level)}
            onChange={() => {
              const next = new Set(chosen);
              if (!next.delete(level)) next.add(level);
              onChange(next);
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

async function savePng(drawn: Omit<HeatMapInput, 'width' | 'dark'>): Promise<void> {
  const canvas = document.createElement('canvas');
  drawHeatMap(canvas, { ...drawn, width: 1600, dark: false });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob !== null) download('actions.png', 'image/png', blob);
}
