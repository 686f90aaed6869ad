import { fileURLToPath } from 'node:url';
import { catalogInfo } from '@policywright/catalog';
import { buildCatalog } from './buildCatalog.ts';
import { findCollapses } from './countServices.ts';
import { emitCatalog } from './emitCatalog.ts';
import { readNpmSource } from './npmSource.ts';
import { packageFolder } from './packageFolder.ts';
import { writeFiles } from './writeFiles.ts';

const DATA_FOLDER = fileURLToPath(new URL('../../../packages/catalog/src/data', import.meta.url));

const { services, info } = buildCatalog(
  readNpmSource(packageFolder('iam-data')),
  readNpmSource(packageFolder('iam-data-2025')),
);
const collapses = findCollapses(catalogInfo.counts, info.counts);
if (collapses.length > 0) {
  for (const message of collapses) console.error(`error: ${message}`);
  process.exitCode = 1;
} else {
  const changed = writeFiles(DATA_FOLDER, emitCatalog(services, info));
  console.log(JSON.stringify(info.counts));
  console.log(changed.length === 0 ? 'nothing changed' : `wrote ${changed.join(', ')}`);
}
