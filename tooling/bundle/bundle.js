// Bundles the entries of the package in the working directory into `dist`, one file each, so that importing
// a package opens few files. Runs after `tsc -b`, which checks types and writes the declarations.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const SOURCE = '@policywright/source';
const root = process.cwd();
const {
  dependencies = {},
  peerDependencies = {},
  exports,
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The source files that the package's exports name; `*` stands for every file of a folder. */
const entryPoints = Object.values(exports)
  .map((target) => target[SOURCE])
  .filter((source) => source !== undefined)
  .flatMap((source) => {
    const [folder, ending] = source.split('*');
    if (ending === undefined) return [source];
    return readdirSync(join(root, folder))
      .filter((file) => file.endsWith(ending) && !file.endsWith(`.test${ending}`))
      .map((file) => folder + file);
  });

for (const file of readdirSync(join(root, 'dist'), { recursive: true })) {
  if (/\.js(\.map)?$/.test(file)) rmSync(join(root, 'dist', file));
}

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
  sourcemap: true,
  external: [
    'node:*',
    ...Object.keys({ ...dependencies, ...peerDependencies }).flatMap((name) => [name, `${name}/*`]),
  ],
  logLevel: 'warning',
});
