// Bundles the entries of the package in the working directory into `dist`, one file each, so that importing
// a package opens few files, and rolls up their declarations. What is not installed with the package is put in, as far as
// it is used. Runs after `tsc -b`, which checks types and writes the declarations to `.cache/types`.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { DeclarationGraph } from './declarationGraph.js';
import { installedWith, manifestOf } from './installed.js';
import { rollUp } from './rollUp.js';

const SOURCE = '@policywright/source';
const root = process.cwd();
const dist = join(root, 'dist');
const { exports, publishConfig } = manifestOf(root);
const { isInstalled, placeOf } = installedWith(root);

const entries = Object.entries(exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([subpath, target]) => ({
    code: target[SOURCE],
    source: join(root, target[SOURCE].replace(/^\.\/src\//, '.cache/types/').replace(/\.ts$/, '.d.ts')),
    target: join(root, target.types),
    published: subpath in publishConfig.exports,
    // Entries called `engine` are for packages above.
    documented: subpath in publishConfig.exports && subpath !== './engine',
  }));
const entryPoints = entries.filter(({ published }) => published).map(({ code }) => code);

/**
 * Leaves modules where they are that are installed. Not esbuild's `external`: for that, each module of a package is,
 * once the package itself is.
 *
 * @type {import('esbuild').Plugin}
 */
const installed = {
  name: 'installed',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
      kind !== 'entry-point' && isInstalled(path) ? { path, external: true } : undefined,
    );
  },
};

rmSync(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints,
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  splitting: entryPoints.length > 1,
  chunkNames: '_chunks/[name]-[hash]',
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  // Comments, indentation and the names of what is not exported are half of what is installed. Lines stay short
  // enough to set a breakpoint in.
  minify: true,
  lineLimit: 120,
  plugins: [installed],
  conditions: [SOURCE],
  logLevel: 'warning',
});
rollUp(dist, entries, new DeclarationGraph(placeOf));
