// Bundles the command into `dist`, with a chunk for each subcommand, so that each loads no more than it needs.
// Runs after `tsc -b`, which checks types and writes the declarations to `.cache/types`.
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
rmSync(join(here, 'dist'), { recursive: true, force: true });

await build({
  absWorkingDir: here,
  entryPoints: ['src/main.ts', 'src/index.ts', 'src/config/index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Beside the entries: what looks for the manifest finds it one folder up.
  chunkNames: '[name]-[hash]',
  external: Object.keys({ ...dependencies, ...peerDependencies }).flatMap((name) => [name, `${name}/*`]),
  conditions: ['@policywright/source'],
  logLevel: 'warning',
});

// The public declarations are those that the entries reach; the rest would name a package that users lack.
/** @type {Set<string>} */
const copied = new Set();
/** @param {string} file - by its path in `dist`. */
const copy = (file) => {
  if (copied.has(file)) return;
  copied.add(file);
  const source = join(here, '.cache/types', file);
  const target = join(here, 'dist', file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target);
  for (const [, specifier] of readFileSync(source, 'utf8').matchAll(/from '(\.[^']+)\.[jt]s'/g)) {
    copy(join(dirname(file), `${specifier}.d.ts`));
  }
};
copy('index.d.ts');
copy('config/index.d.ts');
