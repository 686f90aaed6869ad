// Bundles the command into `dist`, with a chunk for each subcommand, so that each loads no more than it needs.
// Runs after `tsc -b`, which checks types and writes the declarations to `.cache/types`.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = import.meta.dirname;
const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
rmSync(join(here, 'dist'), { recursive: true, force: true });

await build({
  absWorkingDir: here,
  entryPoints: [
    'src/main.ts',
    'src/auditThread.ts',
    'src/auditProcessor.ts',
    'src/index.ts',
    'src/config/index.ts',
    'src/shared.ts',
  ],
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

// JSON Schemas for editors, which a file names by their place in the package.
const SCHEMAS = 'dist/schemas.js';
await build({
  absWorkingDir: here,
  stdin: {
    contents:
      "export { configSchema } from './src/schema/configSchema.ts'; export { scenarioSchema } from './src/schema/scenarioSchema.ts';",
    resolveDir: here,
  },
  outfile: SCHEMAS,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
  conditions: ['@policywright/source'],
  logLevel: 'warning',
});
const { configSchema, scenarioSchema } = await import(pathToFileURL(join(here, SCHEMAS)).href);
rmSync(join(here, SCHEMAS));
mkdirSync(join(here, 'dist/schema'), { recursive: true });
for (const [name, schema] of Object.entries({ config: configSchema(), scenario: scenarioSchema() }))
  writeFileSync(join(here, 'dist/schema', `${name}.json`), `${JSON.stringify(schema, undefined, 2)}\n`);

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
// Those of `shared` stay where they are: only this repository has it.
