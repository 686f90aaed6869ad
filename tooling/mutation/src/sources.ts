import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The root of the repository. */
export const ROOT: string = join(import.meta.dirname, '..', '..', '..');

/** Tests of other packages that see faults of these: the scenarios as documented, and what holds across packages. */
const BEYOND = ['tooling/conformance/src', 'tooling/invariants/src'];

/**
 * The sources of a package that faults are put into.
 *
 * @param name - folder in `packages`
 * @returns paths from the root; neither tests, nor what is generated, nor what only tests and types use
 */
export function sourcesOf(name: string): readonly string[] {
  const left = /\.test\.ts$|\.test-d\.ts$|\.bench\.ts$|\.gen\.ts$|\.d\.ts$|\/(?:typeTests|_testing)\//;
  return filesOf(`packages/${name}/src`).filter((file) => !left.test(file));
}

/**
 * The tests of a package.
 *
 * @param name - folder in `packages`
 * @returns paths from the root
 */
export function testsOf(name: string): readonly string[] {
  return filesOf(`packages/${name}/src`).filter((file) => file.endsWith('.test.ts'));
}

/**
 * The tests that see a package from outside.
 *
 * @returns paths from the root
 */
export function testsBeyond(): readonly string[] {
  return BEYOND.flatMap(filesOf).filter((file) => file.endsWith('.test.ts'));
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(sep).join('/')}`)
    .filter((file) => file.endsWith('.ts'))
    .sort();
}
