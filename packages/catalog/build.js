// Bundles the catalog into `dist`: the index, one small module for each service (`services/ecs.js`), so that
// a bundle can hold one without the others, and shared chunks that hold the data. Runs after `tsc -b`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const stubs = join(here, '.cache', 'services');
rmSync(stubs, { recursive: true, force: true });
mkdirSync(stubs, { recursive: true });
for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (/\.js(\.map)?$/.test(file)) rmSync(join(dist, file));
}

/** @type {Record<string, string>} */
const entryPoints = { index: 'src/index.ts' };
for (const file of readdirSync(join(here, 'src/data'))) {
  const text = readFileSync(join(here, 'src/data', file), 'utf8');
  for (const [, name, prefix] of text.matchAll(/^export const (\w+Data): string = `(\S+) /gm)) {
    writeFileSync(
      join(stubs, `${prefix}.ts`),
      `import { ${name} } from '../../src/data/${file}';
import { CatalogService } from '../../src/_internals/catalogService.ts';
export const service = /* @__PURE__ */ new CatalogService(${name});
`,
    );
    entryPoints[`services/${prefix}`] = `.cache/services/${prefix}.ts`;
  }
}

/**
 * The sources have template literals, which people can read and compare; engines read string literals faster.
 *
 * @type {import('esbuild').Plugin}
 */
const plainStrings = {
  name: 'plain-strings',
  setup(bundler) {
    bundler.onLoad({ filter: /\.gen\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(/`[^`]*`/g, (literal) =>
        JSON.stringify(literal.slice(1, -1)),
      ),
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: here,
  plugins: [plainStrings],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  external: ['@policywright/arn'],
  logLevel: 'warning',
};
await build({
  ...options,
  entryPoints,
  outdir: 'dist',
  splitting: true,
  chunkNames: '_chunks/[name]-[hash]',
});
await compileDecoderAtOnce();
refuseBareImports();

// For the importer of this repository only; not published.
const internals = readdirSync(join(here, 'src/_internals')).filter((file) => !file.endsWith('.test.ts'));
await build({
  ...options,
  entryPoints: internals.map((file) => `src/_internals/${file}`),
  outdir: 'dist/_internals',
});

mkdirSync(join(dist, 'services'), { recursive: true });
writeFileSync(
  join(dist, 'services', 'service.d.ts'),
  `import type { Service } from '../model/service.js';
/** The service that the path of the module names; its lists are decoded when they are first read. */
export declare const service: Service;
`,
);

/**
 * A chunk of which a service needs only what it imports again from another: a file more to load in Node.js, and a
 * warning of bundlers, which leave such an import out of a package without side effects.
 */
function refuseBareImports() {
  for (const prefix of Object.keys(entryPoints)) {
    const [bare] = /^import ".*/m.exec(readFileSync(join(dist, `${prefix}.js`), 'utf8')) ?? [];
    if (bare !== undefined) throw new Error(`${prefix}.js has ${bare}`);
  }
}

/**
 * Puts the functions that decode a service in parentheses, so that V8 compiles them together with their module.
 * Others it only skims then, and reads again when they are first called: a sixth of the time that the first service
 * took. It would be lost on functions that few programs call, so the index is left alone.
 */
async function compileDecoderAtOnce() {
  const chunks = readdirSync(join(dist, '_chunks')).map((name) => join(dist, '_chunks', name));
  const file = chunks.find((path) => readFileSync(path, 'utf8').includes('\nfunction decodeShapes('));
  if (file === undefined) throw new Error('no chunk decodes shapes');
  const text = readFileSync(file, 'utf8')
    .replace(/^function (\w+)\(.*?^\}$/gms, (source, name) => `var ${name} = (${source});`)
    .replace(/^( {2}const \w+ = )(\(.*?\) => \{$.*?^ {2}\});$/gms, '$1($2);');
  writeFileSync(file, text);
  // Unlike a declaration, a variable can be read too early.
  const { service } = await import(join(dist, 'services', 'ecs.js'));
  if (service.actions.length === 0 || service.resourceTypes.length === 0) throw new Error('ecs is empty');
}
