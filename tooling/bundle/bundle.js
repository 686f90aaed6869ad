// Bundles the entries of the package in the working directory into `dist`, one file each, so that importing
// a package opens few files. Runs after `tsc -b`, which checks types and writes the declarations; of these it
// keeps what the entries reach.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
  sourcemap: true,
  // Comments and indentation are a third of what is installed. Names stay, so that stack traces tell where they
  // are from, and lines stay short enough to set a breakpoint in.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
  external: [
    'node:*',
    ...Object.keys({ ...dependencies, ...peerDependencies }).flatMap((name) => [name, `${name}/*`]),
  ],
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
const reachable = new Set(reachableFrom(declarations));
for (const file of readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })) {
  const path = join(root, 'dist', file);
  if (/\.d\.ts(\.map)?$/.test(path) && !reachable.has(path.replace(/\.map$/, ''))) rmSync(path);
}

/**
 * The declaration files that some files import, and these files.
 *
 * @param {readonly string[]} files
 * @returns {readonly string[]}
 */
function reachableFrom(files) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} file */
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    if (!existsSync(file)) return;
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g,
    )) {
      visit(join(dirname(file), path.replace(/\.[jt]s$/, '.d.ts')));
    }
  };
  for (const file of files) visit(file);
  return [...found];
}
