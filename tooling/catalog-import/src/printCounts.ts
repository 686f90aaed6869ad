import { buildCatalog } from './buildCatalog.ts';
import { countTable } from './countTable.ts';
import { readNpmSource } from './npmSource.ts';
import { readOperationFacts } from './operationFacts.ts';
import { packageFolder } from './packageFolder.ts';

// node dist/printCounts.js: the table of README.md

const newer = readNpmSource(packageFolder('iam-data'));
const older = readNpmSource(packageFolder('iam-data-2025'));
console.log(countTable({ newer, older, catalog: buildCatalog(newer, older, readOperationFacts()).services }));
