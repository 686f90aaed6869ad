import { readFileSync } from 'node:fs';

/** The version of this package, from its manifest. */
export function readVersion(): string {
  // One folder up both from `src` and from the bundle in `dist`.
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return manifest instanceof Object && 'version' in manifest ? String(manifest.version) : 'unknown';
}
