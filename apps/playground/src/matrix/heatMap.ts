import type { Matrix } from '../worker/languageApi.ts';

/** The access levels in the order of the catalog; not imported, since that would load the catalog. */
export const LEVELS: readonly string[] = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'];

/** Words for the codes of a matrix. */
export const CODE_NAMES: readonly string[] = ['not allowed', 'allowed', 'denied by a statement'];

/** What `drawHeatMap` draws. */
export interface HeatMapInput {
  readonly matrix: Matrix;
  /** Numbers of the actions to draw. */
  readonly shown: readonly number[];
  /** Number of the resource. */
  readonly row: number;
  /** In CSS pixels. */
  readonly width: number;
  readonly dark: boolean;
}

/** Where the cells of a heat map are. */
export interface HeatMapLayout {
  readonly cell: number;
  readonly columns: number;
  readonly height: number;
  /** One band a level: its first line and its actions. */
  readonly bands: readonly {
    readonly level: number;
    readonly top: number;
    readonly numbers: readonly number[];
  }[];
}

const HEAD = 20;
const GAP = 8;

/** Lays out one cell for each action, in bands by access level; cells grow as they get fewer. */
export function layOut({
  matrix,
  shown,
  width,
}: Pick<HeatMapInput, 'matrix' | 'shown' | 'width'>): HeatMapLayout {
  const cell = shown.length > 8000 ? 5 : shown.length > 1500 ? 8 : 14;
  const columns = Math.max(1, Math.floor(width / cell));
  let top = 0;
  const bands = LEVELS.flatMap((_, level) => {
    const numbers = shown.filter((number) => matrix.levels[number] === level);
    if (numbers.length === 0) return [];
    const band = { level, top: top + HEAD, numbers };
    top += HEAD + Math.ceil(numbers.length / columns) * cell + GAP;
    return [band];
  });
  return { cell, columns, height: Math.max(top, 1), bands };
}

const LIGHT = { text: '#1b2430', page: '#ffffff', cells: ['#dfe3e9', '#1a7340', '#c9413a'] };
const DARK = { text: '#e4e8ee', page: '#1a212b', cells: ['#333d4b', '#57c184', '#f0786d'] };

/** Draws a matrix. */
export function drawHeatMap(canvas: HTMLCanvasElement, input: HeatMapInput): HeatMapLayout {
  const { matrix, row, width, dark } = input;
  const layout = layOut(input);
  const { cell, columns, height, bands } = layout;
  const scale = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return layout;
  const colors = dark ? DARK : LIGHT;
  context.scale(scale, scale);
  context.fillStyle = colors.page;
  context.fillRect(0, 0, width, height);
  context.font = '13px system-ui, sans-serif';
  const codes = matrix.decisions[row] ?? new Uint8Array();
  for (const { level, top, numbers } of bands) {
    const allowed = numbers.filter((number) => codes[number] === 1).length;
    context.fillStyle = colors.text;
    context.fillText(
      `${LEVELS[level] ?? ''}: ${String(allowed)} of ${String(numbers.length)} allowed`,
      0,
      top - 6,
    );
    numbers.forEach((number, index) => {
      context.fillStyle = colors.cells[codes[number] ?? 0] ?? '';
      context.fillRect(
        (index % columns) * cell,
        top + Math.floor(index / columns) * cell,
        cell - 1,
        cell - 1,
      );
    });
  }
  return layout;
}

/** The number of the action at a place of the picture. */
export function actionAt({ cell, columns, bands }: HeatMapLayout, x: number, y: number): number | undefined {
  const column = Math.floor(x / cell);
  if (column < 0 || column >= columns) return undefined;
  for (const { top, numbers } of bands) {
    const line = Math.floor((y - top) / cell);
    const index = line * columns + column;
    if (line >= 0 && index < numbers.length) return numbers[index];
  }
  return undefined;
}

/** The shown part of a matrix as CSV, one line an action, one column a resource. */
export function toCsv({ actions, levels, resources, decisions }: Matrix, shown: readonly number[]): string {
  const lines = shown.map((number) =>
    [
      actions[number] ?? '',
      LEVELS[levels[number] ?? 0] ?? '',
      ...decisions.map((codes) => CODE_NAMES[codes[number] ?? 0] ?? ''),
    ].map(csvField),
  );
  return [['action', 'access level', ...resources].map(csvField), ...lines]
    .map((line) => `${line.join(',')}\n`)
    .join('');
}

/** A leading `=`, `+`, `-` or `@` would be a formula in a spreadsheet. */
function csvField(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
