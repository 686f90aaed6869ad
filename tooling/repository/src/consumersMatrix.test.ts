import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedPackages, ROOT } from './workspace.ts';

test.each(['node-esm', 'node-cjs'])('the consumer %s installs every published package', (consumer) => {
  const path = join(ROOT, 'tooling/consumers/fixtures', consumer, 'package.json');
  const { dependencies } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const packed = Object.keys(dependencies).filter((name) => dependencies[name] === 'packed');
  expect(packed.toSorted()).toEqual(
    publishedPackages()
      .map(({ manifest }) => manifest.name)
      .toSorted(),
  );
});
