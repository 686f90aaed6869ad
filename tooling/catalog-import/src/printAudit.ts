import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { auditCatalog, figuresOf, growth } from './audit/auditCatalog.ts';
import { auditTables } from './audit/auditTables.ts';
import { loadAuditSources } from './audit/auditSources.ts';
import { readAwsReference } from './awsReference.ts';

// node dist/printAudit.js [--aws URL|FOLDER] [--differences] [--update]: how far the catalog's facts can be trusted; exit
// code 1 where a figure is worse than the one in audit.json

const { values } = parseArgs({
  options: {
    aws: { type: 'string' },
    differences: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
});

const ACCEPTED = new URL('../audit.json', import.meta.url);
const aws = values.aws === undefined ? undefined : await readAwsReference(values.aws, 'unknown');
const audit = auditCatalog({ ...loadAuditSources(), ...(aws !== undefined && { aws }) });
console.log(auditTables(audit));
if (values.differences) {
  for (const { overlay, against, differing } of audit.comparisons)
    for (const line of differing) console.log(`${overlay}, ${against}: ${line}`);
}
const figures = figuresOf(audit);
if (values.update) writeFileSync(ACCEPTED, `${JSON.stringify(Object.fromEntries(figures), undefined, 2)}\n`);
const accepted = JSON.parse(readFileSync(ACCEPTED, 'utf8')) as Readonly<Record<string, number>>;
// What AWS's own documents say is for whoever reads them to look at.
const worse = growth(figures, accepted).filter((line) => !line.includes("AWS's own documents"));
for (const line of worse) console.error(`error: worse than audit.json: ${line}`);
if (worse.length > 0) process.exitCode = 1;
