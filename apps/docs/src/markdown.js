/** Text that Markdown, the site's templates and a table take as it is. */
export function escape(text) {
  return text.replace(/[&<>|{}*_`\\[\]]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Text as code. */
export function code(text) {
  return `<code v-pre>${escape(text)}</code>`;
}

/** A table of cells that are Markdown. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
