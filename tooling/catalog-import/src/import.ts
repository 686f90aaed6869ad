import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalogInfo, catalogSnapshot } from '@policywright/catalog';
import { readAwsReference } from './awsReference.ts';
import { describeChanges } from './describeChanges.ts';
import { importCatalog } from './importCatalog.ts';
import { readNpmSource } from './npmSource.ts';
import { readOperationFacts } from './operationFacts.ts';
import { packageFolder } from './packageFolder.ts';

// node dist/import.js [--aws URL|FOLDER [--date YYYY-MM-DD] [--base aws]]

const ROOT = new URL('../../../', import.meta.url);

process.on('uncaughtException', ({ message }) => {
  console.error(`error: ${message}`);
  process.exitCode = 1;
});

const { values } = parseArgs({
  options: {
    aws: { type: 'string' },
    date: { type: 'string', default: 'unknown' },
    base: { type: 'string', default: 'npm' },
  },
});

const aws = values.aws === undefined ? undefined : await readAwsReference(values.aws, values.date);
const report = importCatalog({
  npm: readNpmSource(packageFolder('iam-data')),
  older: readNpmSource(packageFolder('iam-data-2025')),
  facts: readOperationFacts(),
  ...(aws === undefined ? {} : { aws }),
  base: values.base === 'aws' ? 'aws' : 'npm',
  before: { ...catalogSnapshot(), counts: catalogInfo.counts },
  dataFolder: fileURLToPath(new URL('packages/catalog/src/data', ROOT)),
  changesetFolder: fileURLToPath(new URL('.changeset', ROOT)),
});

for (const line of describeChanges(report.changes)) console.log(line);
if (aws !== undefined) {
  console.log('\nwhere AWS says otherwise than the npm data (+ only AWS, - only npm):');
  for (const line of describeChanges(report.disagreements)) console.log(line);
}
console.log(JSON.stringify(report.counts));
for (const message of report.collapses) console.error(`error: ${message}`);
if (report.collapses.length > 0) process.exitCode = 1;
else console.log(report.written.length === 0 ? 'nothing to write' : `wrote ${report.written.join(', ')}`);
