import { defineConfig } from 'vitest/config';

const conditions = ['@policywright/source', 'module', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['{packages,tooling,apps}/*/src/**/*.test.ts'],
    testTimeout: 60_000,
    // What the command runs as a configuration is for Node to read, as it is for users.
    server: { deps: { external: [/\/\.policywright\.config\./] } },
    outputFile: { json: '.cache/vitest.json' },
    reporters: ['default', 'json'],
    coverage: { include: ['packages/*/src/**/*.ts'] },
  },
});
