import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspacePackage } from './workspace.ts';

/** A name that a package declares and exports. */
export interface PublicName {
  readonly name: string;
  readonly packageName: string;
  /** The declaration as the API report has it, without comments and white space. */
  readonly declaration: string;
}

const DECLARATION =
  /^export (?:declare |abstract )*(?:function|class|interface|type|const|enum) (\w+)[\s\S]*?(?=^\/\/ @|^export |^\/\/ \(No @packageDocumentation|(?![\s\S]))/gm;

/**
 * Lists what a package declares under public names, from the reports of its interface. What it only passes on from
 * another package is not among it.
 *
 * @param entry - a package with reports in `etc`.
 */
export function publicNamesOf({ path, manifest }: WorkspacePackage): readonly PublicName[] {
  const reports = readdirSync(join(path, 'etc')).filter((file) => file.endsWith('.api.md'));
  return reports.flatMap((report) =>
    declaredIn(readFileSync(join(path, 'etc', report), 'utf8'), manifest.name),
  );
}

/**
 * Lists what a report of an interface declares.
 *
 * @param report - the text of the report.
 * @param packageName - whose it is.
 */
export function declaredIn(report: string, packageName: string): readonly PublicName[] {
  const [, code = ''] = /```ts\n([\s\S]*)```/.exec(report) ?? [];
  return [...code.matchAll(DECLARATION)].map(([text, name = '']) => ({
    name,
    packageName,
    declaration: text
      .replace(/\/\/.*$/gm, '')
      .replace(/\s+/g, ' ')
      .trim(),
  }));
}

/**
 * Finds the names that packages declare in more than one way.
 *
 * @param names - of all packages.
 * @returns each name with the packages that declare it.
 */
export function ambiguousNames(names: readonly PublicName[]): readonly string[] {
  const byName = new Map<string, PublicName[]>();
  for (const entry of names) byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry]);
  return [...byName].flatMap(([name, found]) => {
    const packages = new Set(found.map(({ packageName }) => packageName));
    const declarations = new Set(found.map(({ declaration }) => declaration));
    return packages.size > 1 && declarations.size > 1 ? [`${name}: ${[...packages].join(', ')}`] : [];
  });
}
