// Bundles the long differential run, which reads the sources of the packages, for Node.
import { build } from 'esbuild';

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/runDifferential.ts'],
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@policywright/source'],
  logLevel: 'warning',
});
