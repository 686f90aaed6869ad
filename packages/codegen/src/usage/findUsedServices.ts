import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { errorMessage } from '../files/fileError.ts';
import { byCodePoint } from '../names/byCodePoint.ts';
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
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the services that TypeScript sources use: by the generated modules that they import, and by the texts in
 * them that name an action of the catalog or match one.
 *
 * Folders named `node_modules` or `dist` and those that begin with a dot are not searched.
 */
export function findUsedServices({ cwd, paths, out }: UsageSearch): UsedServices {
  const services = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, path] of paths.entries()) {
    try {
      for (const file of sourceFiles(resolve(cwd, path), out)) {
        for (const service of servicesInSource({ path: file, text: readFileSync(file, 'utf8'), out }))
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
