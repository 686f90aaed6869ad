import { expect, test } from 'vitest';
import { checkLinks } from './links.js';

const page = (...links: readonly string[]) =>
  links.map((href) => `<a class="x" href="${href}">x</a>`).join('');
const check = (index: string) =>
  checkLinks(
    new Map<string, string | undefined>([
      ['index.html', index],
      ['guide/start.html', '<h2 id="run-it">Run</h2><p>The text href="/nowhere" is no link.</p>'],
      ['services/index.html', ''],
      ['logo.png', undefined],
    ]),
    '/site/',
  ) as { broken: { href: string; why: string }[]; internal: number; external: string[] };

test('links to pages, folders, files and elements that exist are fine', () => {
  const { broken, internal, external } = check(
    page(
      '/site/guide/start',
      'guide/start.html#run-it',
      './services/',
      '#',
      '/site/logo.png?a=1&amp;b=2',
      'https://example.com/#x',
    ),
  );
  expect(broken).toEqual([]);
  expect(internal).toBe(5);
  expect(external).toEqual(['https://example.com/#x']);
});

test.each([
  ['/site/guide/end', 'no such page'],
  ['/site/guide/start#run-them', 'no such element'],
  ['#here', 'no such element'],
  ['/guide/start', 'outside the site'],
])('%s: %s', (href, why) => {
  expect(check(page(href)).broken).toEqual([{ page: 'index.html', href, why }]);
});
