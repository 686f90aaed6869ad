// Bundles the long run, which reads the sources of the packages, for Node.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const MANIFEST = join(import.meta.dirname, '../../packages/cli/package.json');
/** @type {{ peerDependencies: Record<string, string> }} */
const { peerDependencies } = JSON.parse(readFileSync(MANIFEST, 'utf8'));

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/runFuzz.ts'],
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['@policywright-tooling/*', ...Object.keys(peerDependencies)],
  conditions: ['@policywright/source'],
  logLevel: 'warning',
});
