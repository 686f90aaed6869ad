import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { peerDependencies } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
) as { readonly peerDependencies: Readonly<Record<string, string>> };

/** The packages that the command loads where they are installed; none of them is ever put into its files. */
export const PEERS: readonly string[] = Object.keys(peerDependencies);
