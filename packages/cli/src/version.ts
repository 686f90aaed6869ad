import { readFileSync, statSync } from 'node:fs';

/** The version of this package, from its manifest. */
export function readVersion(): string {
  // One folder up both from `src` and from the bundle in `dist`.
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return manifest instanceof Object && 'version' in manifest ? String(manifest.version) : 'unknown';
}

/** That of the manifest in a clone, until a release gives it another. */
const UNRELEASED = '0.0.0';

/** The version, with the time of the build where the version does not tell one program from the next. */
export function readBuild(): string {
  const version = readVersion();
  return version === UNRELEASED ? `${version}+${statSync(import.meta.filename).mtimeMs}` : version;
}
