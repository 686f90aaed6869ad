import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Matrix } from '../worker/languageApi.ts';
import { actionAt, CODE_NAMES, drawHeatMap, type HeatMapLayout } from './heatMap.ts';

/** What `HeatMap` shows. */
export interface HeatMapProps {
  readonly matrix: Matrix;
  readonly shown: readonly number[];
  readonly row: number;
  readonly onChoose: (action: string, resource: string) => void;
}

/** All actions as a picture; the table below says the same in words. */
export function HeatMap({ matrix, shown, row, onChoose }: HeatMapProps): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [layout, setLayout] = useState<HeatMapLayout | undefined>(undefined);
  const [under, setUnder] = useState<number | undefined>(undefined);
  const width = useWidth(canvas);
  useEffect(() => {
    const drawOn = canvas.current;
    if (drawOn !== null && width > 0)
      setLayout(drawHeatMap(drawOn, { matrix, shown, row, width, dark: isDark() }));
  }, [matrix, shown, row, width]);

  const numberAt = (event: MouseEvent): number | undefined =>
    layout && actionAt(layout, event.offsetX, event.offsetY);
  const code = under === undefined ? undefined : matrix.decisions[row]?.[under];
  return (
    <div class="heat-map">
      <canvas
        ref={canvas}
        role="img"
        aria-label="One cell for each action: green allowed, red denied by a statement, grey not allowed"
        style={{ width: '100%', height: `${String(layout?.height ?? 300)}px` }}
        onMouseMove={(event) => setUnder(numberAt(event))}
        onMouseLeave={() => setUnder(undefined)}
        onClick={(event) => {
          const number = numberAt(event);
          if (number !== undefined) onChoose(matrix.actions[number] ?? '', matrix.resources[row] ?? '*');
        }}
      />
      <p class="note under">
        {under === undefined
          ? 'Point at a cell for its action; click it to see why.'
          : `${matrix.actions[under] ?? ''}: ${CODE_NAMES[code ?? 0] ?? ''}`}
      </p>
    </div>
  );
}

function isDark(): boolean {
  const theme = document.documentElement.dataset['theme'];
  return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
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
