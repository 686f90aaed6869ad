/**
 * Gives every rule of the semantics an anchor, so that `/semantics#S165` leads to it, and makes every mention
 * of a rule a link.
 *
 * @param {string} text - `docs/semantics.md`.
 * @returns {string} Markdown for the site.
 */
export function anchorRules(text) {
  let fenced = false;
  return text
    .replace(/^# .*\n/, '')
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) fenced = !fenced;
      if (fenced) return line;
      const rule = /^\*\*(S\d+)\*\* /.exec(line);
      const [head, rest] =
        rule === null ? ['', line] : [`<a id="${rule[1]}"></a>**${rule[1]}** `, line.slice(rule[0].length)];
      return `${rule === null ? '' : '\n'}${head}${inText(rest)}`;
    })
    .join('\n');
}

/** Links rules, and keeps `${…}` and `<…>` from being taken for templates; code spans are left to themselves. */
function inText(text) {
  return text
    .split(/(`+[^`]*`+)/)
    .map((part, index) =>
      index % 2 === 1
        ? `<code v-pre>${escape(part.replace(/^`+|`+$/g, ''))}</code>`
        : escape(part).replace(/\bS(\d{1,3})\b/g, '[S$1](#S$1)'),
    )
    .join('');
}

function escape(text) {
  return text.replace(/[&<>{}]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
