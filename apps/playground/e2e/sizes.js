import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from './browser.js';

/**
 * Bytes of a built file as servers compress it.
 *
 * @param {string} file
 */
export function compressed(file) {
  return gzipSync(readFileSync(join(DIST, file)), { level: 6 }).length;
}

/** The files that the page asks for before its first decision, with their compressed bytes. */
export function sizesOfFirstLoad() {
  const index = readFileSync(join(DIST, 'index.html'), 'utf8');
  const files = [...index.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file = '']) => file);
  return Object.fromEntries(['index.html', ...files].map((file) => [file, compressed(file)]));
}

/** The files that come later: the worker with the catalog, and what compares. */
export function sizesOfLater() {
  const first = sizesOfFirstLoad();
  const files = readdirSync(join(DIST, 'assets')).map((name) => `assets/${name}`);
  return Object.fromEntries(files.filter((file) => !(file in first)).map((file) => [file, compressed(file)]));
}
