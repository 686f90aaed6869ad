// Checks every link within the built site, with its fragment; lists the addresses outside it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
const { broken, internal, external } = checkLinks(files, config.base);
const pages = [...files.keys()].filter((path) => path.endsWith('.html')).length;
writeFileSync(join(import.meta.dirname, '.generated', 'external-links.txt'), `${external.join('\n')}\n`);
for (const { page, href, why } of broken) process.stderr.write(`${page}: ${href}: ${why}\n`);
process.stdout.write(
  `${pages} pages, ${internal} links within the site, ${broken.length} of them broken; ${external.length} addresses outside are listed in .generated/external-links.txt\n`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
