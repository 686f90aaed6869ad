// Checks the types of every package, tool and app in one go, in which what they share is read once.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const projects = ['packages', 'tooling', 'apps']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => join(group, name, 'tsconfig.check.json')))
  .filter((path) => existsSync(join(root, path)));
const compiler = join(import.meta.dirname, 'node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [compiler, '-b', ...projects], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
