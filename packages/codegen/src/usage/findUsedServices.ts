import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { diagnostic, type CodegenDiagnostic } from '../diagnostic/diagnostic.ts';
import { errorMessage } from '../files/fileError.ts';
import { byCodePoint } from '../names/byCodePoint.ts';
import { INSTALL_TS_MORPH, loadTsMorph, type TsMorph } from './loadTsMorph.ts';
import { servicesInSource } from './servicesInSource.ts';

/** Where to look for used services. */
export interface UsageSearch {
  /** The absolute path that the others start from. */
  readonly cwd: string;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** The absolute path of the folder of the output, whose files do not count as usage. */
  readonly out: string;
}

/** The services that sources use. */
export interface UsedServices {
  /** Prefixes, sorted. */
  readonly services: readonly string[];
  readonly diagnostics: readonly CodegenDiagnostic[];
}

/**
 * Finds the services that TypeScript sources use: by the generated modules that they import, and by the texts in
 * them that name an action of the catalog or match one.
 *
 * Folders named `node_modules` or `dist` and those that begin with a dot are not searched. It needs ts-morph, which is
 * an optional peer dependency: without it there is a diagnostic that says how to install it.
 */
export async function findUsedServices(search: UsageSearch): Promise<UsedServices> {
  const loaded = await loadTsMorph(search.cwd);
  return loaded === undefined
    ? { services: [], diagnostics: [withoutTsMorph()] }
    : searchSources(search, loaded);
}

function withoutTsMorph(): CodegenDiagnostic {
  return diagnostic(
    'missing-ts-morph',
    'finding the services that sources use needs `ts-morph`, which is not installed',
    {
      path: '/generate/fromUsage',
      help: `\`${INSTALL_TS_MORPH}\`, or name the services`,
    },
  );
}

function searchSources({ cwd, paths, out }: UsageSearch, { ts }: TsMorph): UsedServices {
  const services = new Set<string>();
  const diagnostics: CodegenDiagnostic[] = [];
  for (const [index, path] of paths.entries()) {
    try {
      for (const file of sourceFiles(resolve(cwd, path), out)) {
        for (const service of servicesInSource(ts, { path: file, text: readFileSync(file, 'utf8'), out }))
          services.add(service);
      }
    } catch (error) {
      const message = `\`${path}\` cannot be read: ${errorMessage(error)}`;
      diagnostics.push(
        diagnostic('unreadable-source', message, { path: `/generate/fromUsage/${index}`, file: path }),
      );
    }
  }
  if (services.size === 0 && diagnostics.length === 0) {
    const where = paths.map((path) => `\`${path}\``).join(', ');
    const help =
      "a service is used where a source says `'ecs:RunTask'` or imports the module that will be generated";
    diagnostics.push(
      diagnostic('no-services', `no service is used in ${where}`, { path: '/generate/fromUsage', help }),
    );
  }
  return { services: [...services].sort(byCodePoint), diagnostics };
}

function sourceFiles(path: string, out: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    if (entry.isDirectory()) {
      const skipped = entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'dist';
      return skipped || relative(out, child) === '' ? [] : sourceFiles(child, out);
    }
    return entry.isFile() && /\.[cm]?tsx?$/.test(entry.name) && !/\.d\.[cm]?ts$/.test(entry.name)
      ? [child]
      : [];
  });
}
