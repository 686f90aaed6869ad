/**
 * What the search knows of a page. Rules of the semantics become sections of their own, so that a hit leads to the
 * rule; of the page of a service only names are kept, since its tables would make the index several times as large.
 *
 * @param {string} source - the page's Markdown.
 * @param {{ relativePath: string, frontmatter?: { search?: boolean } }} env - which page it is.
 * @param {{ render(source: string, env: object): string }} md - the site's Markdown.
 * @returns {string} HTML with headings, as the site's search cuts it up.
 */
export function searchText(source, env, md) {
  const html = md.render(source, env);
  if (env.relativePath === 'semantics.md') return rulesAsSections(html);
  if (env.relativePath === 'lint-rules.md') return html.replace(/<details\b[\s\S]*?<\/details>/g, '');
  const [, prefix = 'index'] = /^services\/(.*)\.md$/.exec(env.relativePath) ?? [];
  return prefix === 'index' ? html : namesOnly(html, prefix);
}

/**
 * Puts the list that defines an action before the texts that mention it, although it is long, a guide before the rules
 * that it rests on, and what IAM does before what the linter says of it. The site ships this function to the page as text, so it uses nothing from outside.
 *
 * @param {string} id - the address of a section.
 * @param {string} term - the word that was found in it, in small letters; the number of a rule is its address.
 * @returns {number} what its score is multiplied with.
 */
export function boostDocument(id, term) {
  if (id.endsWith(`#${term}`)) return 20;
  if (id.includes(`/services/${term}#policy-`)) return 120;
  if (id.endsWith('#policy-actions')) return 60;
  if (id.includes('/guide/')) return 3;
  return /\/semantics#s\d+$/.test(id) ? 3 : 1;
}

/**
 * Puts a heading before each rule: its number and how its text begins.
 *
 * @param {string} html
 */
export function rulesAsSections(html) {
  return html.replace(
    /<a id="(s\d+)" class="rule" href="[^"]*">(S\d+)<\/a> ?(?:<span class="basis">[^<]*<\/span>)?([\s\S]*?)(?=<span class="source"|<\/p>)/g,
    (...[, id, number, text = '']) => `<h3>${number}: ${beginning(text)}<a href="#${id}"></a></h3>${text}`,
  );
}

/** @param {string} text */
function beginning(text) {
  const words = text
    .replace(/<[^>]*>/g, '')
    .trim()
    .split(/\s+/);
  return words.length > 10 ? `${words.slice(0, 10).join(' ')} …` : words.join(' ');
}

/**
 * Keeps the title, and the first cell of each row: the names of actions and operations, of resource types and of condition
 * keys, each as a section that is found by the prefix too, and everything else.
 *
 * @param {string} html
 * @param {string} prefix
 */
export function namesOnly(html, prefix) {
  const [title] = /<h1[^>]*>[\s\S]*?<\/h1>/.exec(html) ?? [''];
  const [before = '', actions = '', types = '', keys = '', after = ''] = cut(html);
  return [
    `${title}${firstCells(before)} ${firstCells(after)}`,
    section(`${prefix}:*`, 'policy-actions', firstCells(actions)),
    section(`${prefix}: resource types`, 'policy-resources', firstCells(types)),
    section(`${prefix}: condition keys`, 'policy-condition-keys', firstCells(keys)),
  ].join('');
}

/**
 * @param {string} title
 * @param {string} id
 * @param {string} text
 */
function section(title, id, text) {
  return text === '' ? '' : `<h2>${title}<a href="#${id}"></a></h2>${text}`;
}

/**
 * The page before its actions, those, the resource types, the condition keys, and what comes after them.
 *
 * @param {string} html
 */
function cut(html) {
  const [before = '', ...rest] = html.split(
    /(?=<h2 id="(?:policy-actions|policy-resources|policy-condition-keys|acls)")/,
  );
  return [before, ...rest];
}

/**
 * The names in the first cells of rows, without what stands on lines below them: words made from a name have its own words.
 *
 * @param {string} html
 */
function firstCells(html) {
  const cells = [...html.matchAll(/<tr>\s*<td\b[^>]*>([\s\S]*?)(?:<br>[\s\S]*?)?<\/td>/g)];
  return cells.map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')).join(' ');
}
