// Gathers the site's pages in `.generated/site`: those of `pages`, what lives elsewhere in the repository, what the
// catalog and the linter say of themselves, and the built playground.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorRules } from './src/anchorRules.js';
import { evidence } from './src/evidence.js';
import { lintRules } from './src/lintRules.js';
import { quotas } from './src/quotas.js';
import { region } from './src/region.js';
import { servicePages, servicesIndex } from './src/service/servicePage.js';

const here = import.meta.dirname;
const generated = join(here, '.generated');
/** @param {string} path - from the root of the repository. */
const read = (path) => readFileSync(join(here, '..', '..', path), 'utf8');
/**
 * @param {string} path - in the folder of what is generated.
 * @param {string} text
 */
const write = (path, text) => writeFileSync(join(generated, path), text);

rmSync(generated, { recursive: true, force: true });
mkdirSync(join(generated, 'parts'), { recursive: true });
cpSync(join(here, 'pages'), join(generated, 'site'), { recursive: true });
cpSync(join(here, '..', '..', 'docs', 'terminal.svg'), join(generated, 'site', 'public', 'terminal.svg'));
write('parts/bench.md', region(read('README.md'), 'bench'));
write('parts/services.md', servicesIndex());
write('parts/lint-rules.md', lintRules());
write('parts/quotas.md', quotas());
write('parts/evidence.md', evidence());
write('parts/mutation.md', read('docs/mutation.md').replace(/^# .*\n/, ''));
write('parts/semantics.md', anchorRules(read('docs/semantics.md')));
write('parts/invariants.md', read('docs/invariants.md').replace(/^# .*\n/, ''));
for (const { prefix, content } of servicePages()) write(`site/services/${prefix}.md`, content);
if (!process.argv.includes('--pages-only')) {
  cpSync(join(here, '..', 'playground', 'dist'), join(generated, 'site', 'public', 'playground'), {
    recursive: true,
  });
  const typedoc = join(here, 'node_modules', 'typedoc', 'bin', 'typedoc');
  execFileSync(process.execPath, [typedoc], { cwd: here, stdio: 'inherit' });
}
