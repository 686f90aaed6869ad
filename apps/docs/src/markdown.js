/**
 * Text that Markdown, the site's templates and a table take as it is.
 *
 * @param {string} text
 */
export function escape(text) {
  return text.replace(/[&<>|{}*_`\\[\]]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/**
 * Text as code.
 *
 * @param {string} text
 */
export function code(text) {
  return `<code${text.includes('{{') ? ' v-pre' : ''}>${escape(text)}</code>`;
}

/**
 * A name as code, which is broken between its words where there is no room for it.
 *
 * @param {string} name
 */
export function nameCode(name) {
  return `<code>${escape(name).replace(/([a-z\d])(?=[A-Z])|([.:])/g, '$&<wbr>')}</code>`;
}

/**
 * A number with its noun.
 *
 * @param {number} number
 * @param {string} noun
 */
export function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/**
 * A sentence in which backticks stand around code.
 *
 * @param {string} text
 */
export function prose(text) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escape(part) : nameCode(part)))
    .join('');
}

/**
 * Markdown that leads to an address.
 *
 * @param {string} text
 * @param {string} url
 */
export function link(text, url) {
  return `[${text}](${url})`;
}

/**
 * JSON as a block of code.
 *
 * @param {unknown} value
 */
export function json(value) {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

/**
 * A block of code without colours, which take several times the space.
 *
 * @param {string} text
 */
export function plain(text) {
  return `<pre v-pre class="plain"><code>${escape(text)}</code></pre>`;
}

/**
 * A table of cells that are Markdown.
 *
 * @throws {Error} where a row has more or fewer cells than there are heads.
 *
 * @param {readonly string[]} heads
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function table(heads, rows) {
  const wrong = rows.find((cells) => cells.length !== heads.length);
  if (wrong !== undefined)
    throw new Error(`${wrong.length} cells under ${heads.length} heads: ${wrong.join(', ')}`);
  /** @param {readonly (string | number)[]} cells */
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * Many pieces of code, folded away where they would fill the cell of a table.
 *
 * @param {readonly string[]} names
 * @param {string} what - their noun.
 */
export function codes(names, what) {
  return fold(names.map(code), what);
}

/**
 * A list that is folded away where it would fill the cell of a table.
 *
 * @param {readonly string[]} items
 * @param {string} what - their noun.
 */
export function fold(items, what) {
  const list = items.join(' ');
  return items.length > 3 ? `<details><summary>${items.length} ${what}</summary>${list}</details>` : list;
}

/**
 * A table whose rows are laid out one below the other where the screen is narrow.
 *
 * @param {string} text
 */
export function cards(text) {
  return `<div class="cards">

${text}

</div>`;
}

/**
 * A link to a rule of the semantics.
 *
 * @param {number | string} number
 */
export function rule(number) {
  return `[S${number}](/semantics#s${number})`;
}
