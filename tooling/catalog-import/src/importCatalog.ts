import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  diffCatalogs,
  type CatalogChange,
  type CatalogCounts,
  type CatalogSnapshot,
} from '@policywright/catalog';
import { buildCatalog } from './buildCatalog.ts';
import { findCollapses } from './countServices.ts';
import { describeChangeset } from './describeChanges.ts';
import { emitCatalog } from './emitCatalog.ts';
import { fillFromOther } from './fillFromOther.ts';
import type { OperationFacts } from './operationFacts.ts';
import type { SourceCatalog } from './sourceCatalog.ts';
import { writeFiles } from './writeFiles.ts';

/** What an import reads and where it writes. */
export interface ImportInput {
  /** The npm data. */
  readonly npm: SourceCatalog;
  /** The dated npm data with dependent and permission-only facts. */
  readonly older: SourceCatalog;
  /** What is known of operations. */
  readonly facts: OperationFacts;
  /** AWS's own reference, if it was read. */
  readonly aws?: SourceCatalog;
  /** Which of the two the catalog is built on; `npm` if not given. */
  readonly base?: 'npm' | 'aws';
  /** The committed catalog. */
  readonly before: CatalogSnapshot & { readonly counts: CatalogCounts };
  readonly dataFolder: string;
  readonly changesetFolder: string;
}

/** What an import did. */
export interface ImportReport {
  /** One message for each count that fell too far; nothing was written if there is any. */
  readonly collapses: readonly string[];
  /** Changes of the committed catalog. */
  readonly changes: readonly CatalogChange[];
  /** What the npm data says otherwise than AWS: `added` is what only AWS has. */
  readonly disagreements: readonly CatalogChange[];
  readonly counts: CatalogCounts;
  /** The files that were written or removed. */
  readonly written: readonly string[];
}

/**
 * Builds the catalog of its sources, compares it with the committed one and writes it.
 *
 * Writes nothing where a count collapsed by more than one per cent.
 *
 * @throws {Error} when the base is AWS's reference, which was not read.
 */
export function importCatalog(input: ImportInput): ImportReport {
  const built = buildCatalog(baseOf(input), input.older, input.facts);
  const { services, info } = built;
  const changes = diffCatalogs(input.before, { version: info.version, services });
  const report = {
    changes,
    disagreements: input.aws === undefined ? [] : disagreements(input.npm, input.aws),
    counts: info.counts,
    collapses: findCollapses(input.before.counts, info.counts),
  };
  if (report.collapses.length > 0) return { ...report, written: [] };
  const written = writeFiles(input.dataFolder, emitCatalog(built));
  const changeset = describeChangeset(changes, info.version);
  if (changeset === undefined) return { ...report, written };
  const name = `catalog-${info.version.replace(/[^a-z0-9]+/gi, '-')}.md`;
  mkdirSync(input.changesetFolder, { recursive: true });
  writeFileSync(join(input.changesetFolder, name), changeset);
  return { ...report, written: [...written, name] };
}

function baseOf({ base, npm, aws }: ImportInput): SourceCatalog {
  if (base !== 'aws') return npm;
  if (aws === undefined) throw new Error('`--base aws` needs `--aws URL` or `--aws FOLDER`');
  return fillFromOther(aws, npm);
}

/** Compares two sources; what AWS's reference cannot say is taken as agreed. */
function disagreements(npm: SourceCatalog, aws: SourceCatalog): readonly CatalogChange[] {
  return diffCatalogs(npm, fillFromOther(aws, npm));
}
