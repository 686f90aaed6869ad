/** Text that Markdown, the site's templates and a table take as it is. */
export function escape(text) {
  return text.replace(/[&<>|{}*_`\\[\]]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Text as code. */
export function code(text) {
  return `<code${text.includes('{{') ? ' v-pre' : ''}>${escape(text)}</code>`;
}

/** A name as code, which is broken between its words where there is no room for it. */
export function nameCode(name) {
  return `<code>${escape(name).replace(/([a-z\d])(?=[A-Z])|([.:])/g, '$&<wbr>')}</code>`;
}

/** Markdown that leads to an address. */
export function link(text, url) {
  return `[${text}](${url})`;
}

/** JSON as a block of code. */
export function json(value) {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

/** A block of code without colours, which take several times the space. */
export function plain(text) {
  return `<pre v-pre class="plain"><code>${escape(text)}</code></pre>`;
}

/**
 * A table of cells that are Markdown.
 *
 * @throws {Error} where a row has more or fewer cells than there are heads.
 */
export function table(heads, rows) {
  const wrong = rows.find((cells) => cells.length !== heads.length);
  if (wrong !== undefined)
    throw new Error(`${wrong.length} cells under ${heads.length} heads: ${wrong.join(', ')}`);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Many pieces of code, folded away where they would fill the cell of a table. */
export function codes(names, what) {
  return fold(names.map(code), what);
}

/** A list that is folded away where it would fill the cell of a table. */
export function fold(items, what) {
  const list = items.join(' ');
  return items.length > 3 ? `<details><summary>${items.length} ${what}</summary>${list}</details>` : list;
}

/** A table whose rows are laid out one below the other where the screen is narrow. */
export function cards(text) {
  return `<div class="cards">

${text}

</div>`;
}

/** A link to a rule of the semantics. */
export function rule(number) {
  return `[S${number}](/semantics#s${number})`;
}
