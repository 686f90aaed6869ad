/** Text, in a document with the address of what it names. */
export type Item = string | { readonly text: string; readonly url: string };

/** One item, or a list of which a screen shows the beginning. */
export type Cell = Item | readonly Item[];

/** What stands below the title of a section. */
export type Block =
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: Cell])[] }
  | {
      readonly kind: 'table';
      readonly headings: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    };

/** One part of the page of a service. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Where a page is read: on a terminal, which is short of room, or as a document with links. */
export type Medium = 'screen' | 'document';

/** The text of an item without its address. */
export function textOf(item: Item): string {
  return typeof item === 'string' ? item : item.text;
}

/** The items of a cell. */
export function itemsOf(cell: Cell): readonly Item[] {
  return isList(cell) ? cell : [cell];
}

/** Whether a cell is a list. */
export function isList(cell: Cell): cell is readonly Item[] {
  return Array.isArray(cell);
}
