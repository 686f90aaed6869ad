// Bundles the program and the process that runs the tests for Node.
import { build } from 'esbuild';

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/run.ts', 'src/testProcess.ts', 'src/sweepRunner.ts', 'src/shortProperties.ts'],
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
