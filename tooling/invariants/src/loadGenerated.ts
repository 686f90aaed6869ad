import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from '@policywright/codegen';
import { buildSync } from 'esbuild';

/** What a generated module exports, by name. */
export type ModuleExports = Readonly<Record<string, unknown>>;

/** Generated modules, as text and running. */
export interface GeneratedModules {
  /** The texts by path, such as `/ecs.ts`. */
  readonly texts: ReadonlyMap<string, string>;
  /** The exports by name of the module, such as `ecs` and `runtime`. */
  readonly exports: ReadonlyMap<string, ModuleExports>;
}

/**
 * Generates the modules of some services and runs them.
 *
 * @throws Error - where codegen has something to say about the services.
 */
export async function loadGenerated(services: readonly string[]): Promise<GeneratedModules> {
  const { files, diagnostics } = generate({ services, out: '/' });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const modules = files.filter(({ path }) => path.endsWith('.ts'));
  const names = modules.map(({ path }) => path.slice(0, -3));
  const folder = mkdtempSync(join(tmpdir(), 'policywright-'));
  try {
    for (const { path, text } of modules) writeFileSync(join(folder, path), text);
    const lines = names.map((name, index) => `export * as m${String(index)} from './${name}.js';`);
    writeFileSync(join(folder, 'all-modules.ts'), lines.join('\n'));
    const outfile = join(folder, 'all-modules.mjs');
    buildSync({ entryPoints: [join(folder, 'all-modules.ts')], outfile, bundle: true, format: 'esm' });
    const all = (await import(pathToFileURL(outfile).href)) as Record<string, ModuleExports>;
    return {
      texts: new Map(modules.map(({ path, text }) => [`/${path}`, text])),
      exports: new Map(names.map((name, index) => [name, all[`m${String(index)}`] ?? {}])),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
