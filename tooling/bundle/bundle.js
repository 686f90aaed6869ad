// Bundles the entries of the package in the working directory into `dist`, one file each, so that importing
// a package opens few files. Packages that only stand in its devDependencies are put in, as far as they are used.
// Runs after `tsc -b`, which checks types and writes the declarations; of these it keeps what the entries reach.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { build } from 'esbuild';
import { documented, withoutComments } from './documented.js';
import { checkImports, inlineTypes } from './inlineTypes.js';
import { reachableFrom } from './reachableFrom.js';

const SOURCE = '@policywright/source';
const root = process.cwd();
const {
  dependencies = {},
  peerDependencies = {},
  exports,
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const kept = Object.keys({ ...dependencies, ...peerDependencies });

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

for (const file of readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })) {
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
  // Comments, indentation and the names of what is not exported are half of what is installed. Lines stay short
  // enough to set a breakpoint in.
  minify: true,
  lineLimit: 120,
  external: ['node:*', ...kept.flatMap((name) => [name, `${name}/*`])],
  conditions: [SOURCE],
  logLevel: 'warning',
});

const declarations = entryPoints.map((source) =>
  join(root, source.replace(/^\.\/src\//, 'dist/').replace(/\.ts$/, '.d.ts')),
);
if (!reachableFrom(declarations).every((file) => existsSync(file))) {
  // An earlier run has deleted what an entry has come to reach, and `tsc -b` writes only what has changed.
  rmSync(join(root, '.cache/tsconfig.tsbuildinfo'), { force: true });
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  execFileSync(process.execPath, [tsc, '-b'], { cwd: root, stdio: 'inherit' });
}
inlineTypes({ root, files: reachableFrom(declarations), kept });
const reachable = new Set(reachableFrom(declarations));
checkImports([...reachable], kept);
// The model of policies is put in for people who write them; entries called `engine` are for packages above.
const commented = documented(declarations.filter((file) => !file.endsWith('engine.d.ts')));
for (const file of reachable) {
  if (commented.has(file) || file.includes(`${sep}_types${sep}`)) continue;
  writeFileSync(file, withoutComments(readFileSync(file, 'utf8')));
}
for (const file of readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })) {
  const path = join(root, 'dist', file);
  if (/\.d\.ts(\.map)?$/.test(path) && !reachable.has(path.replace(/\.map$/, ''))) rmSync(path);
}
