import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** The packages that a source file loads at run time, itself or through others of this package. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(/^(?:import|export)(?! type)[^;]*?from '([^']+)'/gm)].map(
    ([, name = '']) => name,
  );
  return new Set(
    specifiers.flatMap((name) =>
      name.startsWith('.') ? [...packagesOf(join(dirname(file), name), seen)] : [name],
    ),
  );
}

const entry = (name: string): Set<string> => packagesOf(join(import.meta.dirname, name, 'index.ts'));

test.each(['matchers', 'vitest'])('./%s does not load fast-check', (name) => {
  expect(entry(name)).toContain('@policywright/evaluator');
  expect(entry(name)).not.toContain('fast-check');
});

test('the main entry does', () => {
  expect(entry('.')).toContain('fast-check');
});
