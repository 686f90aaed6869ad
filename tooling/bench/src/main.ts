import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { markdownTable } from '@policywright-tooling/repository/markdown-table';
import { readOptions, USAGE, type BenchOptions } from './benchOptions.ts';
import { SUITES } from './suite/suites.ts';

async function main({ quick, only, json }: BenchOptions): Promise<void> {
  const environment = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores`;
  console.log(`# Benchmarks\n\n${environment}${quick ? '; a quick run, rough figures' : ''}.`);
  const figures: Record<string, unknown> = {};
  for (const suite of SUITES) {
    const { name, title } = suite;
    if (only.length > 0 && !only.includes(name)) continue;
    const { table, remarks, data } = await suite.run({
      quick,
      progress: (message) => process.stderr.write(`${name}: ${message}\n`),
    });
    figures[name] = data;
    console.log(
      `\n## ${title}\n\n${markdownTable(table)}\n\n${remarks.map((remark) => `- ${remark}`).join('\n')}`,
    );
  }
  // A package manager changes the directory: paths are meant from where the command was given.
  if (json !== undefined) {
    const file = resolve(process.env['INIT_CWD'] ?? '.', json);
    writeFileSync(file, `${JSON.stringify({ environment, quick, figures }, undefined, 2)}\n`);
  }
}

let options: BenchOptions | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 2;
}
if (options !== undefined) await main(options);
