import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { privatePackages, publishedPackages, ROOT } from './workspace.ts';

/**
 * Rules that no test can name: they state facts about AWS that the toolkit takes as input, or leave a thing
 * to the caller.
 */
const WITHOUT_TEST: ReadonlySet<string> = new Set([]);

function rules(): readonly string[] {
  const text = readFileSync(join(ROOT, 'docs', 'semantics.md'), 'utf8');
  return [...text.matchAll(/^\*\*(S\d+)\*\*/gm)].map((match) => match[1] ?? '');
}

function namedInTests(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const folder of ['examples', 'tooling/conformance/scenarios']) {
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.json')) continue;
      const text = readFileSync(join(ROOT, folder, file), 'utf8');
      for (const [, rule] of text.matchAll(/"rule": *"(S\d+)"/g)) names.add(rule ?? '');
    }
  }
  // Only sources: below a package there are links into all that is installed.
  for (const { path } of [...publishedPackages(), ...privatePackages()]) {
    const sources = join(path, 'src');
    for (const file of existsSync(sources)
      ? readdirSync(sources, { recursive: true, encoding: 'utf8' })
      : []) {
      if (!file.endsWith('.test.ts')) continue;
      const text = readFileSync(join(sources, file), 'utf8');
      // `S83`, and ranges such as `S127 to S129`.
      for (const [, from, to] of text.matchAll(/\bS(\d+)(?:\s*(?:to|-)\s*S(\d+))?\b/g)) {
        for (let rule = Number(from); rule <= Number(to ?? from); rule++) names.add(`S${rule}`);
      }
    }
  }
  return names;
}

test('every rule of docs/semantics.md is named by a test or a scenario', () => {
  const named = namedInTests();
  expect(rules().length).toBeGreaterThanOrEqual(194);
  expect(rules().filter((rule) => !named.has(rule) && !WITHOUT_TEST.has(rule))).toEqual([]);
});
