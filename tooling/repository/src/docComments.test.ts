import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedPackages } from './workspace.ts';

/** A tag that says what a parameter or a result is, and how what it says begins. */
const TAG = /@(?:param [\w.[\]]+ - |returns )(\p{Lu}\p{Ll}*)(?![\p{L}\p{N}])/gu;
const PARAMETER = /@param(?! (?:[\w.]+|\[[\w.]+\]) - \S)/g;

/** Where the tags of a text break the one form that all of them have. */
function tagsOutOfForm(text: string): readonly string[] {
  return [...text.matchAll(TAG), ...text.matchAll(PARAMETER)].map(([tag]) => tag);
}

test('finds what is out of form', () => {
  const text = ' * @param one - The first.\n * @param two the second\n * @param three - ARN or nothing.\n';
  expect(tagsOutOfForm(`${text} * @returns Whether.`)).toEqual([
    '@param one - The',
    '@returns Whether',
    '@param',
  ]);
});

test.each(publishedPackages().map(({ manifest, path }) => [manifest.name, join(path, 'src')] as const))(
  '%s: what a parameter or a result is begins with a small letter, after a dash',
  (_name, src) => {
    const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const found = sources.flatMap((file) =>
      tagsOutOfForm(readFileSync(join(src, file), 'utf8')).map((tag) => `${file}: ${tag}`),
    );
    expect(found).toEqual([]);
  },
);
