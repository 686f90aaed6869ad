// Makes the command from a plain clone, in which there is neither pnpm's installation nor a build: npm runs this when
// pre-commit packs the clone to install the hooks. The sources of all packages and their one dependency go into the
// files of `packages/cli/dist`, so that what is installed depends on nothing.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'packages/cli');
/** @type {{ peerDependencies: Record<string, string> }} */
const { peerDependencies } = JSON.parse(readFileSync(join(CLI, 'package.json'), 'utf8'));

/**
 * Finds the packages of the workspace in their folders, each by its own name: nothing links them into a plain clone.
 *
 * @type {import('esbuild').Plugin}
 */
const workspace = {
  name: 'workspace',
  setup(bundler) {
    bundler.onResolve({ filter: /^@policywright\// }, ({ path, kind, pluginData }) => {
      const [, name = ''] = path.split('/');
      // `generate` writes files, which no hook does.
      if (name === 'codegen') return { path, external: true };
      if (pluginData === 'resolving') return undefined;
      return bundler.resolve(path, {
        kind,
        resolveDir: join(ROOT, 'packages', name),
        pluginData: 'resolving',
      });
    });
  },
};

rmSync(join(CLI, 'dist'), { recursive: true, force: true });
await build({
  absWorkingDir: CLI,
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Beside the entry: what looks for the manifest finds it one folder up.
  chunkNames: '[name]-[hash]',
  plugins: [workspace],
  // Optional, and of a size that no hook should have; a plain clone has none of them.
  external: Object.keys(peerDependencies),
  conditions: ['@policywright/source'],
  // What asks for its dependencies when it runs, as modules of CommonJS do, needs `require`.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  // Standard output is for the name of the packed file.
  logLevel: 'silent',
});
