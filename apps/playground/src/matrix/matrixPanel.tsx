import { useMemo, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { flags, request, setRequest, slots, view } from '../model/state.ts';
import type { Matrix } from '../worker/languageApi.ts';
import { ask } from '../worker/languageClient.ts';
import { useAnswer } from '../worker/useAnswer.ts';
import { download } from '../ui/download.ts';
import { drawHeatMap, LEVELS, toCsv } from './heatMap.ts';
import { HeatMap } from './heatMapView.tsx';
import { ServiceTable } from './serviceTable.tsx';

const MOST_RESOURCES = 6;

/** Every action of the catalog on some resources, under the documents and the context of the page. */
export function MatrixPanel(): VNode {
  const [more, setMore] = useState('');
  const [filter, setFilter] = useState('');
  const [levels, setLevels] = useState<ReadonlySet<number>>(new Set(LEVELS.keys()));
  const resources = useMemo(() => resourcesOf(request.value.resource, more), [request.value.resource, more]);
  const matrix = useMatrix(resources);
  const [resource, setResource] = useState(0);
  const row = Math.min(resource, resources.length - 1);
  const shown = useMemo(() => matrix && numbersOf(matrix, filter, levels), [matrix, filter, levels]);
  return (
    <div class="matrix">
      <div class="controls">
        <label class="field">
          <span>Filter</span>
          <input
            type="text"
            placeholder="ecs, or a part of a name"
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
        <Levels chosen={levels} onChange={setLevels} />
      </div>
      {matrix === undefined || shown === undefined ? (
        <p role="status">Loading the catalog, or waiting for a document that can be read …</p>
      ) : (
        <>
          <Summary matrix={matrix} shown={shown} />
          {resources.length > 1 && (
            <label class="field">
              <span>Resource</span>
              <select value={row} onChange={(event) => setResource(Number(event.currentTarget.value))}>
                {resources.map((name, index) => (
                  <option key={name} value={index}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <HeatMap matrix={matrix} shown={shown} row={row} onChoose={choose} />
          <div class="actions">
            <button type="button" onClick={() => download('actions.csv', 'text/csv', toCsv(matrix, shown))}>
              Save as CSV
            </button>
            <button type="button" onClick={() => void savePng(matrix, shown, row)}>
              Save as PNG
            </button>
          </div>
          <ServiceTable matrix={matrix} shown={shown} row={row} onChoose={choose} />
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
  return [...new Set([asked, '*', ...lines])].slice(0, MOST_RESOURCES);
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

async function savePng(matrix: Matrix, shown: readonly number[], row: number): Promise<void> {
  const canvas = document.createElement('canvas');
  drawHeatMap(canvas, { matrix, shown, row, width: 1600, dark: false });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob !== null) download('actions.png', 'image/png', blob);
}
