// Checks every link within the built site, with its fragment; lists the addresses outside it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import config from './.vitepress/config.js';
import { checkLinks } from './src/links.js';

const dist = join(import.meta.dirname, '.vitepress', 'dist');
const files = new Map(
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const html = /\.(html|svg)$/.test(name) ? readFileSync(path, 'utf8') : undefined;
      return [relative(dist, path).replaceAll(sep, '/'), html];
    }),
);
const { broken, internal, external } = checkLinks(files, config.base ?? '/');
// The project's own sources, by their address on the web, are files here.
const root = join(import.meta.dirname, '..', '..');
const sources = external.flatMap((href) => {
  const [, path] =
    /^https:\/\/github\.com\/policywright\/policywright\/(?:blob|tree)\/main\/([^#]*)/.exec(href) ?? [];
  return path === undefined || existsSync(join(root, path)) ? [] : [href];
});
const pages = [...files.keys()].filter((path) => path.endsWith('.html')).length;
writeFileSync(join(import.meta.dirname, '.generated', 'external-links.txt'), `${external.join('\n')}\n`);
for (const { page, href, why } of broken) process.stderr.write(`${page}: ${href}: ${why}\n`);
for (const href of sources) process.stderr.write(`${href}: no such file in the repository\n`);
process.stdout.write(
  `${pages} pages, ${internal} links within the site, ${broken.length} of them broken; ${external.length} addresses outside are listed in .generated/external-links.txt\n`,
);
process.exitCode = broken.length + sources.length === 0 ? 0 : 1;
