import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaffoldRule } from './scaffoldRule.ts';
import { ROOT } from './workspace.ts';

// Usage: newRule.js GROUP ID
const [group = '', id = ''] = process.argv.slice(2);
const folder = join(ROOT, 'packages', 'lint', 'src', 'rules');
const indexFile = join(folder, 'index.ts');
const entryFile = join(folder, '..', 'rules.ts');
const made = scaffoldRule(group, id, {
  index: readFileSync(indexFile, 'utf8'),
  entry: readFileSync(entryFile, 'utf8'),
});
if (typeof made === 'string') {
  console.error(`${made}\nusage: npx -y pnpm@10.34.9 new:rule GROUP ID`);
  process.exitCode = 2;
} else {
  writeFileSync(join(folder, made.path), made.text, { flag: 'wx' });
  writeFileSync(indexFile, made.index);
  writeFileSync(entryFile, made.entry);
  console.log(`wrote packages/lint/src/rules/${made.path} and its lines in rules/index.ts and rules.ts
next: write doc, examples and check, until this passes:
  npx -y pnpm@10.34.9 exec vitest run packages/lint/src/rules -t ${id}`);
}
