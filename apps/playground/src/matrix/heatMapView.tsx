import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Matrix } from '../worker/languageApi.ts';
import { isDark } from '../ui/theme.ts';
import { CODE_NAMES, drawHeatMap, spotAt, type HeatMapLayout, type Spot } from './heatMap.ts';

/** What `HeatMap` shows. */
export interface HeatMapProps {
  readonly matrix: Matrix;
  readonly shown: readonly number[];
  readonly rows: readonly number[];
  readonly onChoose: (action: string, resource: string) => void;
}

/** All actions as a picture; the table below says the same in words. */
export function HeatMap({ matrix, shown, rows, zoom, onChoose }: HeatMapProps & Zoomed): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [layout, setLayout] = useState<HeatMapLayout | undefined>(undefined);
  const [under, setUnder] = useState<Spot | undefined>(undefined);
  const width = useWidth(canvas);
  const dark = isDark.value;
  useEffect(() => {
    const drawOn = canvas.current;
    if (drawOn !== null && width > 0)
      setLayout(drawHeatMap(drawOn, { matrix, shown, rows, width, zoom, dark }));
  }, [matrix, shown, rows, width, zoom, dark]);

  const spot = (event: MouseEvent): Spot | undefined =>
    layout && spotAt(layout, rows, { x: event.offsetX, y: event.offsetY });
  return (
    <div class="heat-map">
      <Legend />
      <div class="scroll" tabIndex={0} role="group" aria-label="Picture of all actions">
        <canvas
          ref={canvas}
          role="img"
          aria-label="One cell for each action; the table below says the same in words"
          style={{ width: '100%', height: `${String(layout?.height ?? 300)}px` }}
          onMouseMove={(event) => setUnder(spot(event))}
          onMouseLeave={() => setUnder(undefined)}
          onClick={(event) => {
            const at = spot(event);
            if (at !== undefined) onChoose(matrix.actions[at.number] ?? '', matrix.resources[at.row] ?? '*');
          }}
        />
      </div>
      <p class="note under">
        {under === undefined
          ? 'Point at a cell for its action; click it to see why.'
          : describe(matrix, under)}
      </p>
    </div>
  );
}

interface Zoomed {
  readonly zoom: number | undefined;
}

function describe({ actions, resources, decisions }: Matrix, { number, row }: Spot): string {
  const code = decisions[row]?.[number] ?? 0;
  return `${actions[number] ?? ''} on ${resources[row] ?? ''}: ${CODE_NAMES[code] ?? ''}`;
}

function Legend(): VNode {
  return (
    <ul class="legend">
      {CODE_NAMES.map((name, code) => (
        <li key={name} class={`code-${String(code)}`}>
          {name}
        </li>
      ))}
    </ul>
  );
}

function useWidth(canvas: { readonly current: HTMLCanvasElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const host = canvas.current?.parentElement;
    if (host === undefined || host === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(host);
    return () => observer.disconnect();
  }, []);
  return width;
}
