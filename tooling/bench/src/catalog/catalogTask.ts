import { cpuTime } from '../measure/cpuTime.ts';
import { heapUsed } from '../measure/heapUsed.ts';
import { timeOf } from '../measure/timeOf.ts';
import { loadReader, type CatalogName, type CatalogReader } from './catalogReader.ts';

/** What happens once in a process: the import alone, or with the first of something after it. */
export type ColdStep = 'import' | 'names' | 'facts' | 'service' | 'lookUp';

/** One cold measurement. */
export interface ColdInput {
  readonly catalog: CatalogName;
  readonly step: ColdStep;
}

/** What one step cost, without and with the import before it. */
export interface ColdCost {
  /** Milliseconds of processor time, from before the import. */
  readonly processor: number;
  /** Milliseconds on the wall of the step alone. */
  readonly step: number;
}

/** Imports a catalog in a process that has loaded little else, and takes a step. */
export async function catalogColdTask({ catalog, step }: ColdInput): Promise<ColdCost> {
  const start = cpuTime();
  const reader = await loadReader(catalog);
  const stepStart = performance.now();
  await STEPS[step](reader);
  return { step: performance.now() - stepStart, processor: cpuTime() - start };
}

const STEPS: Readonly<Record<ColdStep, (reader: CatalogReader) => unknown>> = {
  import: () => undefined,
  names: (reader) => reader.allNames(),
  facts: (reader) => reader.allFacts(),
  service: (reader) => reader.service('ecs'),
  lookUp: (reader) => reader.lookUp('ecs', 'RunTask'),
};

/** Nanoseconds of processor time of what is done again and again. */
export interface WarmCosts {
  readonly lookUp: number;
  readonly expandAll: number;
  readonly expandObjects: number;
  /** How many names the two expansions give, to see that both do the same. */
  readonly counts: readonly [all: number, objects: number];
}

/** Measures a catalog whose data is loaded. */
export async function catalogWarmTask({
  catalog,
  seconds,
}: {
  readonly catalog: CatalogName;
  readonly seconds: number;
}): Promise<WarmCosts> {
  const reader = await loadReader(catalog);
  const all = await reader.expand('*');
  const objects = await reader.expand('s3:*Object*');
  return {
    lookUp: await timeOf(() => reader.lookUp('ecs', 'RunTask'), seconds),
    expandAll: await timeOf(() => reader.expand('*'), seconds),
    expandObjects: await timeOf(() => reader.expand('s3:*Object*'), seconds),
    counts: [all.length, objects.length],
  };
}

/** Bytes of heap that a catalog takes. */
export interface CatalogMemory {
  readonly imported: number;
  readonly withNames: number;
  readonly withFacts: number;
}

/** Measures the heap; needs `--expose-gc`. */
export async function catalogMemoryTask({
  catalog,
}: {
  readonly catalog: CatalogName;
}): Promise<CatalogMemory> {
  const before = heapUsed();
  const reader = await loadReader(catalog);
  const imported = heapUsed() - before;
  await reader.allNames();
  const withNames = heapUsed() - before;
  await reader.allFacts();
  return { imported, withNames, withFacts: heapUsed() - before };
}
