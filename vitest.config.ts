import { defineConfig } from 'vitest/config';

const conditions = ['@policywright/source', 'module', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['{packages,tooling,apps}/*/src/**/*.test.ts'],
    testTimeout: 60_000,
    outputFile: { json: '.cache/vitest.json' },
    reporters: ['default', 'json'],
    coverage: { include: ['packages/*/src/**/*.ts'] },
  },
});
