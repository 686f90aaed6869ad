/** @typedef {{ links: ReadonlySet<string>, ids: ReadonlySet<string> }} Page */

const TAG = /<[a-z][^>]*>/gi;
const ATTRIBUTE = /\s(href|src|id|name)="([^"]*)"/g;
/** @type {Readonly<Record<string, string>>} */
const ENTITIES = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>' };

/**
 * Checks that what the pages of a site link to is there: the file, and the element that a fragment names.
 *
 * @param {ReadonlyMap<string, string | undefined>} files - every file of the site by its path, such as
 * `services/ecs.html`; the text of those that are HTML or SVG.
 * @param {string} base - the path under which the site is served, such as `/policywright/`.
 * @returns {{ broken: { page: string, href: string, why: string }[], internal: number, external: string[] }} links
 * that lead nowhere, how many were looked at, and the addresses outside the site, which were not.
 */
export function checkLinks(files, base) {
  /** @type {Map<string, Page>} */
  const pages = new Map();
  for (const [path, html] of files) if (html !== undefined) pages.set(path, read(html));
  /** @type {{ page: string, href: string, why: string }[]} */
  const broken = [];
  /** @type {Set<string>} */
  const external = new Set();
  let internal = 0;
  for (const [page, { links }] of pages)
    for (const href of links) {
      const target = resolve(href, page, base);
      if (target === undefined) external.add(href);
      else {
        internal += 1;
        const why = fault(target, { files, pages, base });
        if (why !== undefined) broken.push({ page, href, why });
      }
    }
  return { broken, internal, external: [...external].toSorted((a, b) => (a < b ? -1 : 1)) };
}

/**
 * The links of a page, each once, and what fragments can name.
 *
 * @param {string} html
 * @returns {Page}
 */
function read(html) {
  /** @type {Set<string>} */
  const links = new Set();
  /** @type {Set<string>} */
  const ids = new Set();
  for (const [tag] of html.matchAll(TAG))
    for (const [, attribute, value = ''] of tag.matchAll(ATTRIBUTE)) {
      const text = value.replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
      if (attribute === 'href' || attribute === 'src') links.add(text);
      else if (attribute === 'id' || tag.startsWith('<a ')) ids.add(text);
    }
  return { links, ids };
}

/**
 * Where a link leads within the site; `undefined` where it leads out of it.
 *
 * @param {string} href
 * @param {string} page
 * @param {string} base
 */
function resolve(href, page, base) {
  const url = new URL(href, `site://docs${base}${page}`);
  return url.protocol === 'site:' ? url : undefined;
}

/**
 * @param {URL} url
 * @param {{ files: ReadonlyMap<string, unknown>, pages: ReadonlyMap<string, Page>, base: string }} site
 */
function fault({ pathname, hash }, { files, pages, base }) {
  if (!pathname.startsWith(base)) return 'outside the site';
  const path = decodeURIComponent(pathname.slice(base.length));
  const file = [path, `${path}.html`, `${path}index.html`].find((name) => files.has(name));
  if (file === undefined) return 'no such page';
  const fragment = decodeURIComponent(hash.slice(1));
  // A scenario for the playground is no element of its page.
  if (path === 'playground/' && /^(s|example)=/.test(fragment)) return undefined;
  return fragment === '' || pages.get(file)?.ids.has(fragment) === true ? undefined : 'no such element';
}
