import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NPM_INSTALL } from '@policywright-tooling/repository/npm-install';
import { mustRun } from '@policywright-tooling/repository/run-program';
import { GENERATED, LIBRARIES, SERVICES } from './library.ts';

/**
 * Makes a project that has the peers installed and the generated modules in it, below this package's `.cache`.
 *
 * The peers weigh 74 MB, which nobody but this benchmark needs; npm installs them here once.
 *
 * @returns the folder.
 */
export async function makeProject(): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url));
  const folder = join(here, '..', '..', '.cache', 'generated-code');
  mkdirSync(join(folder, GENERATED), { recursive: true });
  await install(folder);
  // The generator takes seconds to load, which no other suite should wait for.
  const { generate } = await import('@policywright/codegen');
  const { files, diagnostics } = generate({ services: SERVICES, out: GENERATED });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  for (const { path, text } of files) writeFileSync(join(folder, GENERATED, path), text);
  return folder;
}

async function install(folder: string): Promise<void> {
  const peers = LIBRARIES.flatMap(({ peer }) => peer ?? []);
  const dependencies = Object.fromEntries(peers.map((peer) => peer.split('@')));
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies });
  const path = join(folder, 'package.json');
  const done = join(folder, 'node_modules', '.installed');
  if (readIfThere(done) === manifest) return;
  writeFileSync(path, manifest);
  await mustRun('npm', NPM_INSTALL, { cwd: folder });
  writeFileSync(done, manifest);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
