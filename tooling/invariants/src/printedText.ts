import MarkdownIt from 'markdown-it';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';

/**
 * Written out rather than by property of Unicode, so that it is another list than that of the code under test:
 * C0 but for the line feed, DEL, C1, the separators, direction, what nobody sees, and halves of pairs.
 */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\p{Cs}/u;
// oxlint-disable-next-line no-control-regex -- it is what is looked for
const COLOUR = /\u001b\[\d{1,2}m/g;

/** Asserts that a terminal shows a text, and no runner of CI acts on it. Tabs between the cells of a table are ours. */
export function expectPrintable(text: string, { tabs = false }: { readonly tabs?: boolean } = {}): void {
  const plain = text.replace(COLOUR, '').replaceAll(tabs ? '\t' : '', '');
  expect(UNSEEN.exec(plain)?.[0]).toBeUndefined();
  expect(plain).not.toMatch(/##(?:\w*)\[/);
  expect(plain.split('\n').filter((line) => /^\s*::/.test(line))).toEqual([]);
}

const markdown = new MarkdownIt({ html: true, linkify: true });
/** Bold text and bullets are ours. */
const LIVE = new Set(
  'link_open image html_inline html_block fence code_block blockquote_open em_open s_open hr'.split(' '),
);

/**
 * Asserts that Markdown has nothing in it that leads anywhere, and that no text has what GitHub makes a mention or
 * a reference of.
 */
export function expectInert(text: string): void {
  expectPrintable(text);
  const tokens = markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  expect(tokens.filter(({ type }) => LIVE.has(type)).map(({ type, content }) => [type, content])).toEqual([]);
  const words = tokens.filter(({ type }) => type === 'text').map(({ content }) => content);
  expect(words.filter((word) => /@\w|#\d|:\/\/|www\.|\b[\da-f]{7,40}\b/i.test(word))).toEqual([]);
}

/** Counts the cells of the tables in a Markdown text. */
export function cellsOf(text: string): number {
  return markdown.parse(text, {}).filter(({ type }) => type === 'td_open').length;
}

/** Parses XML, and throws where it is none. */
export function attributesOf(xml: string): readonly Readonly<Record<string, string>>[] {
  expectPrintable(xml);
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => {
    found.push(attributes);
  });
  parser.write(xml).close();
  return found;
}

/** What XML 1.0 can hold of a text. */
export function inXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

/** A command of a workflow, as the runner reads it. */
export interface ReadCommand {
  readonly kind: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads the commands of a log; every line must be one. */
export function commandsOf(log: string): readonly ReadCommand[] {
  expect(UNSEEN.exec(log)?.[0]).toBeUndefined();
  const lines = log.split('\n').slice(0, -1);
  return lines.map((line) => {
    const match = /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(line);
    if (match === null) throw new Error(`no command: ${line}`);
    const [, kind = '', properties = '', message = ''] = match;
    const entries = properties.split(',').map((property): [string, string] => {
      const equals = property.indexOf('=');
      return [property.slice(0, equals), decoded(property.slice(equals + 1))];
    });
    return { kind, properties: Object.fromEntries(entries), message: decoded(message) };
  });
}

function decoded(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}
