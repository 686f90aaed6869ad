import type { ServiceDescription } from '@policywright/catalog';
import { printable } from '@policywright/policy/text';
import type { Io } from '../../../io/io.ts';
import { createPaint, type Paint } from '../../../terminal/paint.ts';
import { useColor } from '../../../terminal/useColor.ts';
import { wrapTable } from '../../../terminal/wrapTable.ts';
import { isList, itemsOf, textOf, type Block, type Cell, type Section } from './page.ts';

/** The widest page, also where a terminal is wider. */
const WIDEST = 120;
/** As many rows of one table as a person looks through. */
const MOST_ROWS = 40;
/** As many lines as a list may take. */
const MOST_LINES = 2;
/** What a column of sentences may take from the lists beside it. */
const WIDEST_TEXT = 40;
/** Room for a name and how many more there are. */
const LEAST_LIST = 20;
const INDENT = '  ';
const GAP = 2;
/** A space at which no line is broken. */
const UNBROKEN = '\u00a0';

/**
 * Prints the page of a service on a terminal: no line over 120 characters nor wider than the terminal, addresses apart,
 * and of long lists the beginning.
 *
 * @param io - its standard output.
 * @param sections - made for a screen.
 */
export function printPage(io: Io, { prefix, name }: ServiceDescription, sections: readonly Section[]): void {
  const { columns } = io.stdout;
  const width = Math.min(columns === undefined || columns < 40 ? WIDEST : columns, WIDEST);
  const paint = createPaint(useColor(io.stdout, io.env));
  const parts = sections.map(({ title, blocks }) => {
    const texts = blocks.map((block) => linesOf(block, { width: width - INDENT.length, paint }));
    const body = texts.map((lines) =>
      lines.map((line) => INDENT + line.replaceAll(UNBROKEN, ' ')).join('\n'),
    );
    return [paint('strong', printable(title).toUpperCase()), body.join('\n\n')].join('\n').trimEnd();
  });
  io.stdout.write(`${[paint('strong', printable(`${name} (${prefix})`)), ...parts].join('\n\n')}\n`);
}

interface Screen {
  readonly width: number;
  readonly paint: Paint;
}

function linesOf(block: Block, { width, paint }: Screen): readonly string[] {
  if (block.kind === 'facts') {
    const label = Math.max(...block.facts.map(([name]) => name.length));
    const room = (width - label - GAP) * MOST_LINES;
    return wrapTable(
      block.facts.map(([name, value]) => [name, shown(value, room)]),
      { width },
    );
  }
  const { headings, rows } = block;
  const more = rows.length - MOST_ROWS;
  const seen = rows.slice(0, MOST_ROWS);
  const rooms = roomsOfLists(headings, seen, width);
  const texts = seen.map((row) =>
    row.map((cell, column) => shown(cell, (rooms[column] ?? width) * MOST_LINES)),
  );
  const [head = '', ...lines] = wrapTable([headings, ...texts], { width, most: rooms });
  return [
    paint('dim', head),
    ...lines,
    ...(more > 0 ? [`and ${more} more, which \`--format json\` lists`] : []),
  ];
}

/** For each column with lists, its part of what the others leave. */
function roomsOfLists(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
): readonly (number | undefined)[] {
  const isListed = headings.map((_, column) => rows.some((row) => isList(row[column] ?? '')));
  const taken = headings.map((heading, column) => {
    if (isListed[column] === true) return GAP;
    const widest = Math.max(heading.length, ...rows.map((row) => shown(row[column] ?? '', width).length));
    return Math.min(widest, WIDEST_TEXT) + GAP;
  });
  const left = width - taken.reduce((sum, own) => sum + own, -GAP);
  const lists = isListed.filter((listed) => listed).length;
  const room = Math.max(LEAST_LIST, Math.floor(left / Math.max(1, lists)));
  return isListed.map((listed) => (listed ? room : undefined));
}

/** A cell as text, a list with as many items as there is room for. */
function shown(cell: Cell, room: number): string {
  const texts = itemsOf(cell).map((item) => printable(textOf(item)));
  if (!isList(cell) || texts.join(', ').length <= room) return texts.join(', ');
  const [first = ''] = texts;
  if (texts.length > 1 && first.length + andMore(texts.length).length > room) return `${texts.length} in all`;
  let text = first;
  let count = 1;
  for (const next of texts.slice(1)) {
    if (`${text}, ${next}`.length + andMore(texts.length).length > room) break;
    text += `, ${next}`;
    count += 1;
  }
  return count === texts.length ? text : text + andMore(texts.length - count);
}

/** How many of a list are not shown; it stays on one line until it is printed. */
function andMore(count: number): string {
  return ` and${UNBROKEN}${count}${UNBROKEN}more`;
}
