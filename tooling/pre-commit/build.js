// Makes the command from a plain clone, in which there is neither pnpm's installation nor a build: npm runs this when
// pre-commit packs the clone to install the hooks. The sources of all packages and their one dependency go into the
// files of `packages/cli/dist`, so that what is installed depends on nothing.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'packages/cli');
const SOURCE = '@policywright/source';

/** Finds the packages of the workspace in their folders: nothing links them into a plain clone. */
const workspace = {
  name: 'workspace',
  setup({ onResolve }) {
    onResolve({ filter: /^@policywright\// }, ({ path }) => {
      const [, name, ...entry] = path.split('/');
      const folder = join(ROOT, 'packages', name);
      // `generate` needs a compiler, which no hook does.
      if (name === 'codegen') return { path, external: true };
      return { path: join(folder, sourceOf(folder, entry.join('/'))) };
    });
  },
};

/** The source file of an entry; `*` stands for the rest of its name. */
function sourceOf(folder, entry) {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const exact = exports[entry === '' ? '.' : `./${entry}`]?.[SOURCE];
  if (exact !== undefined) return exact;
  const wildcard = exports[`./${entry.slice(0, entry.indexOf('/'))}/*`]?.[SOURCE];
  if (wildcard === undefined) throw new Error(`${folder} has no source for its entry \`${entry}\``);
  return wildcard.replace('*', entry.slice(entry.indexOf('/') + 1));
}

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
  // What asks for its dependencies when it runs, as modules of CommonJS do, needs `require`.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  // Standard output is for the name of the packed file.
  logLevel: 'silent',
});
