import { visible } from './printable.ts';

/**
 * Markdown reads these as its own, even beside code: they are written as entities. In code no entity is read,
 * so they stand outside of it.
 */
const STRUCTURE = '`<>[\\]|';
const PIECES = new RegExp(`[${STRUCTURE}]+|[^${STRUCTURE} ]+| +`, 'g');
const IS_STRUCTURE = new RegExp(`^[${STRUCTURE}]`);

/** Words that nothing makes a mention, a link, a commit, an emoji or a list of. */
const WORD = /^[("']*\p{L}[\p{L}\p{M}\p{N}]*(?:['’-]\p{L}+)*[)"'.,;:!?]*$/u;
const NUMBER = /^\d{1,6}%?[,;:]?$/;
const PUNCTUATION = /^[(.,;:?!)"'…–—]+$/;
const SPECIAL = /\bwww\.|^\W*[\da-f]{7,}\W*$/i;

/**
 * Writes foreign text as Markdown: what stands in backticks as code, and so every word that Markdown or GitHub
 * would read as more than a word, such as an address, a name behind `@` or a number behind `#`.
 *
 * @param text - a message, a title, a name.
 * @returns a piece of one line that is plain text and code only; in a cell of a table too.
 */
export function markdownText(text: string): string {
  const parts = visible(text).split('`');
  // A backtick without a partner is one of the text.
  const last = parts.length % 2 === 0 ? parts.pop() : undefined;
  const written = parts.map((part, index) => (index % 2 === 0 ? pieces(part, isPlain) : pieces(part, none)));
  const unpaired = last === undefined ? '' : entityOf('`') + pieces(last, isPlain);
  // Code that ends where the next begins is one, too: two backticks would be another fence. Spaces in front could
  // begin a block of code.
  return (written.join('') + unpaired).replaceAll('``', '').trim();
}

/**
 * Writes foreign text as code of Markdown.
 *
 * @param text - a value of a policy or a request.
 * @returns as {@link markdownText}.
 */
export function markdownCode(text: string): string {
  return pieces(visible(text), none).trim();
}

function pieces(text: string, isWord: (piece: string) => boolean): string {
  const written = (text.match(PIECES) ?? []).map((piece) => {
    if (piece.startsWith(' ')) return piece;
    if (IS_STRUCTURE.test(piece)) return Array.from(piece, entityOf).join('');
    return isWord(piece) ? piece : `\`${piece}\``;
  });
  // Code beside code is one.
  return written.join('').replace(/`( +)`/g, '$1');
}

function isPlain(piece: string): boolean {
  return [WORD, NUMBER, PUNCTUATION].some((form) => form.test(piece)) && !SPECIAL.test(piece);
}

function none(): boolean {
  return false;
}

function entityOf(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
