// Copies what lives elsewhere in the repository, and what the catalog says, to where the site expects it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorRules } from './src/anchorRules.js';
import { lintRules } from './src/lintRules.js';
import { servicesIndex } from './src/servicePage.js';

const root = join(import.meta.dirname, '..', '..');
const generated = join(import.meta.dirname, '.generated');
const read = (path) => readFileSync(join(root, path), 'utf8');

rmSync(generated, { recursive: true, force: true });
mkdirSync(generated);
writeFileSync(join(generated, 'services.md'), servicesIndex());
writeFileSync(join(generated, 'lint-rules.md'), lintRules());
writeFileSync(join(generated, 'semantics.md'), anchorRules(read('docs/semantics.md')));
writeFileSync(join(generated, 'invariants.md'), read('docs/invariants.md').replace(/^# .*\n/, ''));
if (!process.argv.includes('--without-api')) {
  execFileSync('npx', ['typedoc'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  cpSync(join(root, '.cache', 'api-docs'), join(import.meta.dirname, 'public', 'api'), { recursive: true });
}
