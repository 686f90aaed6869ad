import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishedPackages, ROOT } from './workspace.ts';

/** Every TypeScript block of the READMEs is run as it stands; blocks marked `ts no-run` are not. */
const FENCE = /^```ts\n([\s\S]*?)^```$/gm;
const FOLDER = join(import.meta.dirname, '..', '.cache', 'snippets');

const readmes = [
  join(ROOT, 'README.md'),
  join(ROOT, 'examples/ecs-deployment.md'),
  ...publishedPackages().map(({ path }) => join(path, 'README.md')),
];

const snippets = readmes.filter(existsSync).flatMap((readme) => {
  const text = readFileSync(readme, 'utf8');
  return [...text.matchAll(FENCE)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length;
    return { name: `${readme.slice(ROOT.length + 1)}:${line}`, code: match[1] ?? '' };
  });
});

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
});

describe('README snippets', () => {
  test.each(readmes.map((readme) => [readme.slice(ROOT.length + 1)]))(
    '%s has a snippet that runs',
    (name) => {
      expect(snippets.filter((snippet) => snippet.name.startsWith(name))).not.toEqual([]);
    },
  );

  test.each(snippets)('$name runs', async ({ name, code }) => {
    const file = join(FOLDER, `${name.replace(/\W+/g, '-')}.ts`);
    writeFileSync(file, code);
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  });
});
