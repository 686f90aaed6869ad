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
  /** Numbers of the resources; an action has a stripe for each, from top to bottom. */
  readonly rows: readonly number[];
  /** In CSS pixels. */
  readonly width: number;
  /** Width of a cell in CSS pixels; chosen by the number of actions where it is not given. */
  readonly zoom?: number | undefined;
  readonly dark: boolean;
}

/** Where the cells of a heat map are. */
export interface HeatMapLayout {
  /** Width of a cell, with the gap beside it. */
  readonly cell: number;
  /** Height of a stripe, and of a cell with all its stripes and the gap below it. */
  readonly stripe: number;
  readonly line: number;
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

/** Width of a cell for a number of actions: as they get fewer, cells grow. */
export function cellFor(actions: number): number {
  return actions > 8000 ? 5 : actions > 1500 ? 8 : 14;
}

/** Lays out one cell for each action, in bands by access level. */
export function layOut({
  matrix,
  shown,
  rows,
  width,
  zoom,
}: Pick<HeatMapInput, 'matrix' | 'shown' | 'rows' | 'width' | 'zoom'>): HeatMapLayout {
  const cell = zoom ?? cellFor(shown.length);
  // Of many resources, a stripe is thinner, but never too thin to be seen.
  const stripe = rows.length === 1 ? cell - 1 : Math.max(3, Math.round(((cell - 1) * 2) / rows.length));
  const line = stripe * rows.length + 1;
  const columns = Math.max(1, Math.floor(width / cell));
  let top = 0;
  const bands = LEVELS.flatMap((_, level) => {
    const numbers = shown.filter((number) => matrix.levels[number] === level);
    if (numbers.length === 0) return [];
    const band = { level, top: top + HEAD, numbers };
    top += HEAD + Math.ceil(numbers.length / columns) * line + GAP;
    return [band];
  });
  return { cell, stripe, line, columns, height: Math.max(top, 1), bands };
}

const LIGHT = { text: '#1b2430', page: '#ffffff', cells: ['#dfe3e9', '#1a7340', '#c9413a'] };
const DARK = { text: '#e4e8ee', page: '#1a212b', cells: ['#333d4b', '#57c184', '#f0786d'] };

/** Draws a matrix. */
export function drawHeatMap(canvas: HTMLCanvasElement, input: HeatMapInput): HeatMapLayout {
  const { matrix, rows, width, dark } = input;
  const layout = layOut(input);
  const { cell, stripe, line, columns, height, bands } = layout;
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
  for (const { level, top, numbers } of bands) {
    context.fillStyle = colors.text;
    context.fillText(`${LEVELS[level] ?? ''}: ${countAllowed(input, numbers)}`, 0, top - 6);
    rows.forEach((row, nth) => {
      const codes = matrix.decisions[row] ?? new Uint8Array();
      numbers.forEach((number, index) => {
        context.fillStyle = colors.cells[codes[number] ?? 0] ?? '';
        const y = top + Math.floor(index / columns) * line + nth * stripe;
        context.fillRect((index % columns) * cell, y, cell - 1, stripe);
      });
    });
  }
  return layout;
}

/** How many are allowed on each resource, such as "49 and 60 of 3,719 allowed". */
function countAllowed({ matrix, rows }: HeatMapInput, numbers: readonly number[]): string {
  const counts = rows.map((row) =>
    numbers.filter((number) => matrix.decisions[row]?.[number] === 1).length.toLocaleString('en'),
  );
  return `${counts.join(' · ')} of ${numbers.length.toLocaleString('en')} allowed`;
}

/** What of a picture is at a place. */
export interface Spot {
  /** Number of the action. */
  readonly number: number;
  /** Number of the resource. */
  readonly row: number;
}

/** The action and the resource at a place of the picture. */
export function spotAt(
  { cell, stripe, line, columns, bands }: HeatMapLayout,
  rows: readonly number[],
  at: { readonly x: number; readonly y: number },
): Spot | undefined {
  const column = Math.floor(at.x / cell);
  if (column < 0 || column >= columns) return undefined;
  for (const { top, numbers } of bands) {
    const below = at.y - top;
    const index = Math.floor(below / line) * columns + column;
    const number = below < 0 ? undefined : numbers[index];
    const row = rows[Math.min(rows.length - 1, Math.floor((below % line) / stripe))];
    if (number !== undefined && row !== undefined) return { number, row };
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
