import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaffoldRule } from './scaffoldRule.ts';
import { ROOT } from './workspace.ts';

// Usage: newRule.js GROUP ID
const [group = '', id = ''] = process.argv.slice(2);
const folder = join(ROOT, 'packages', 'lint', 'src', 'rules');
const indexFile = join(folder, 'index.ts');
const made = scaffoldRule(group, id, readFileSync(indexFile, 'utf8'));
if (typeof made === 'string') {
  console.error(`${made}\nusage: npx -y pnpm@10.34.9 new:rule GROUP ID`);
  process.exitCode = 2;
} else {
  writeFileSync(join(folder, made.path), made.text, { flag: 'wx' });
  writeFileSync(indexFile, made.index);
  console.log(`wrote packages/lint/src/rules/${made.path} and its line in index.ts
next: write doc, examples and check, until this passes:
  npx -y pnpm@10.34.9 exec vitest run packages/lint/src/rules -t ${id}`);
}
