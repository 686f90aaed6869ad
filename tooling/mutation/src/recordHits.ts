// Set up before each test file of the run that finds out which tests come to which mutants.
import { appendFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';

const recorded = globalThis as { __mutationHits?: Set<number> };
recorded.__mutationHits = new Set();
afterAll(() => {
  const { testPath = '' } = expect.getState();
  const line = JSON.stringify({ file: testPath, hits: [...(recorded.__mutationHits ?? [])] });
  appendFileSync(process.env['MUTATION_HITS'] ?? '', `${line}\n`);
});
