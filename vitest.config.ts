import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';

/** turbo tests each package in a process of its own, after all that it needs is built. */
const isOfTurbo = process.env['TURBO_HASH'] !== undefined;

/** The folder name of the package, under turbo. */
const PACKAGE = basename(process.cwd());

/** Packages that use entries of others which have no built form. */
const USE_SOURCES = ['analyzer', 'conditions'];

/** Packages whose tests take so long that in one thread they would be what all others have ended before. */
const LONGEST = ['cli', 'invariants'];

/**
 * By hand, sources, so that nothing has to be built. Under turbo, what users get of other packages: to transform their sources
 * again for each package took half of the time. Without `module`: such files are for bundlers, and Node cannot load all of them.
 */
const conditions = [
  ...(isOfTurbo && !USE_SOURCES.includes(PACKAGE) ? [] : ['@policywright/source']),
  'node',
  'import',
  'default',
];

/** Of every run: at the root, for any path, and in each package, whose `test` script names this file. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['src/**/*.test.ts', '{packages,tooling,apps}/*/src/**/*.test.ts'],
    // Some packages have nothing to test; that no file is left out is what the count of the reports sees to.
    passWithNoTests: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // For Node to read, as users have it: what the command runs as a configuration, and what is built. A tenth less time.
    server: { deps: { external: [/\/\.policywright\.config\./, /\/packages\/[\w-]+\/dist\//] } },
    // No test changes what modules share, so that files of one worker may share them: a third less time.
    isolate: false,
    pool: 'threads',
    // turbo tests several packages at once.
    maxWorkers: isOfTurbo ? (LONGEST.includes(PACKAGE) ? 2 : 1) : '100%',
    outputFile: { json: '.cache/tests.json' },
    reporters: ['default', 'json'],
    coverage: { include: ['packages/*/src/**/*.ts'] },
  },
});
