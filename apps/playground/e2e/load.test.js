import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizesOfFirstLoad } from './sizes.js';

describe('the first load', () => {
  test('is below 250 kB compressed, catalog data apart', () => {
    const sizes = sizesOfFirstLoad();
    const all = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    console.log(`${(all / 1000).toFixed(1)} kB`, sizes);
    assert.ok(Object.keys(sizes).length >= 4, 'the page, the theme, a script and a style at least');
    assert.ok(all < 250_000, `${all} bytes`);
  });
});
