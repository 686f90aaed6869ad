import type { Path, PathHop } from '@policywright/account';
import { escapeXml } from '@policywright/policy/text';

/** A picture of more nodes than this shows nothing. */
const MOST_NODES = 120;
const ROW = 34;
const COLUMN = 300;
const WIDTH = 230;

/**
 * Draws paths as columns by their distance from the end, with a line for each hop; dashed where it is not certain.
 *
 * @param paths - shortest ones.
 * @returns SVG; of many paths, of the first ones.
 */
export function pathsPicture(paths: readonly Path[]): string {
  const columns = new Map<string, number>();
  const hops = new Map<string, PathHop>();
  for (const path of paths) {
    if (columns.size + path.hops.length + 1 > MOST_NODES) break;
    for (const [index, hop] of path.hops.entries()) {
      hops.set(`${hop.from} ${hop.to} ${hop.way}`, hop);
      const left = path.hops.length - index;
      columns.set(hop.from, Math.max(columns.get(hop.from) ?? 0, left));
      if (!columns.has(hop.to)) columns.set(hop.to, left - 1);
    }
  }
  if (columns.size === 0) return '';
  const places = placesOf(columns);
  const width = Math.max(...[...places.values()].map(({ x }) => x)) + WIDTH + 20;
  const height = Math.max(...[...places.values()].map(({ y }) => y)) + ROW;
  const lines = [...hops.values()].map((hop) => lineOf(hop, places));
  const boxes = [...places].map(([node, place]) => boxOf(node, place));
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="paths" viewBox="0 0 ${width} ${height}" width="${width}">
${[...lines, ...boxes].join('\n')}
</svg>`;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Whoever is furthest from the end stands on the left. */
function placesOf(columns: ReadonlyMap<string, number>): ReadonlyMap<string, Place> {
  const furthest = Math.max(...columns.values());
  const rows = new Map<number, number>();
  const places = new Map<string, Place>();
  for (const [node, column] of columns) {
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    places.set(node, { x: 10 + (furthest - column) * COLUMN, y: 10 + row * ROW });
  }
  return places;
}

function lineOf({ from, to, way, answer }: PathHop, places: ReadonlyMap<string, Place>): string {
  const start = places.get(from);
  const end = places.get(to);
  if (start === undefined || end === undefined) return '';
  const dash = answer === 'certainly' ? '' : ' stroke-dasharray="4 3"';
  const [x1, y1, x2, y2] = [start.x + WIDTH, start.y + 12, end.x, end.y + 12];
  return `<g><title>${escapeXml(way)}</title><line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="currentColor" stroke-opacity=".5"${dash}/></g>`;
}

function boxOf(node: string, { x, y }: Place): string {
  const name = node.startsWith('admin:') ? node : node.slice(node.lastIndexOf('/') + 1);
  const short = name.length > 30 ? `${name.slice(0, 29)}…` : name;
  return `<g><title>${escapeXml(node)}</title><rect x="${x}" y="${y}" width="${WIDTH}" height="24" rx="4" fill="none" stroke="currentColor"/><text x="${x + 8}" y="${y + 16}">${escapeXml(short)}</text></g>`;
}
