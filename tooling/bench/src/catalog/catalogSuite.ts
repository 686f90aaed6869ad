import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { installedBytes, packageDirectory, packageVersion } from '../measure/installedPackage.ts';
import { spreadOf } from '../measure/median.ts';
import { packedSize } from '../measure/packedSize.ts';
import { duration, figure, ratio } from '../report/units.ts';
import type { Effort, Suite } from '../suite/suite.ts';
import { runTask } from '../task/runTask.ts';
import { CATALOG_PACKAGES, type CatalogName } from './catalogReader.ts';
import type { CatalogMemory, ColdStep, WarmCosts } from './catalogTask.ts';

const MILLISECOND = 1e6;
const STEPS: readonly ColdStep[] = ['import', 'names', 'facts', 'service', 'lookUp'];

/** Milliseconds of each cold step. */
type ColdCosts = Readonly<Record<ColdStep, { readonly processor: number; readonly step: number }>>;

interface Measured {
  readonly cold: ColdCosts;
  readonly warm: WarmCosts;
  readonly memory: CatalogMemory;
  /** Bytes: as installed, and of what the package reads its data from. */
  readonly disk: { readonly unpacked: number; readonly data: number; readonly gzip: number };
}

const ms = (value: number): string => duration(value * MILLISECOND);
const kilobytes = (value: number): string => `${figure(value / 1000)} kB`;

/** The rows of the table: what was measured, its unit, its figure, and the budget where there is one. */
const ROWS: readonly (readonly [
  what: string,
  format: (value: number) => string,
  of: (measured: Measured) => number,
  budget?: string,
])[] = [
  ['import', ms, ({ cold }) => cold.import.processor],
  ['import, names of all actions', ms, ({ cold }) => cold.names.processor, '40 ms'],
  ['import, all facts of all actions', ms, ({ cold }) => cold.facts.processor],
  ['first time: all facts of one service', ms, ({ cold }) => cold.service.step, '1 ms'],
  ['first time: one action', ms, ({ cold }) => cold.lookUp.step],
  ['again: one action', duration, ({ warm }) => warm.lookUp],
  ['again: expand `*`', duration, ({ warm }) => warm.expandAll],
  ['again: expand `s3:*Object*`', duration, ({ warm }) => warm.expandObjects],
  ['memory: imported', kilobytes, ({ memory }) => memory.imported],
  ['memory: names of all actions', kilobytes, ({ memory }) => memory.withNames],
  ['memory: all facts of all actions', kilobytes, ({ memory }) => memory.withFacts],
  ['unpacked package', kilobytes, ({ disk }) => disk.unpacked],
  ['data files', kilobytes, ({ disk }) => disk.data, '1,200 kB'],
  ['data files, gzip', kilobytes, ({ disk }) => disk.gzip, '215 kB'],
];

/** The catalog beside its peer. */
export const catalogSuite: Suite = {
  name: 'catalog',
  title: 'Catalog',
  async run(effort) {
    const cold = await measureCold(effort);
    const ours = await measureRest('policywright', cold.policywright, effort);
    const peer = await measureRest('iam-data', cold['iam-data'], effort);
    return {
      table: {
        headings: ['', 'policywright', `iam-data ${packageVersion('iam-data')}`, 'ratio', 'budget'],
        rows: ROWS.map(([what, format, of, budget = '']) => [
          what,
          format(of(ours)),
          format(of(peer)),
          ratio(of(peer), of(ours)),
          budget,
        ]),
      },
      remarks: [
        'With import: a fresh process each, the two by turns, median processor time of all threads. First time: after the import, on the wall, the least of all rounds, since any other load shows in so short a time. Again: processor time. Memory: heap in use after collecting garbage. The peer answers with promises and has no patterns: its names are filtered with a regular expression.',
        `Both expand \`*\` to ${figure(ours.warm.counts[0])} names and \`s3:*Object*\` to ${figure(ours.warm.counts[1])}.`,
      ],
      data: { policywright: ours, 'iam-data': peer },
    };
  },
};

/** The two by turns, so that both see the same machine. */
async function measureCold({ quick, progress }: Effort): Promise<Record<CatalogName, ColdCosts>> {
  const measured: Record<CatalogName, Partial<Record<ColdStep, ColdCosts[ColdStep]>>> = {
    policywright: {},
    'iam-data': {},
  };
  for (const step of STEPS) {
    progress(`cold, ${step}`);
    const figures = { policywright: [] as ColdCosts[ColdStep][], 'iam-data': [] as ColdCosts[ColdStep][] };
    // The peer takes seconds to read every fact.
    const rounds = quick ? 1 : step === 'facts' ? 5 : 15;
    for (let round = 0; round < rounds; round++) {
      for (const catalog of CATALOGS) figures[catalog].push(await runTask('catalogCold', { catalog, step }));
    }
    for (const catalog of CATALOGS) {
      measured[catalog][step] = {
        processor: spreadOf(figures[catalog].map(({ processor }) => processor)).median,
        step: spreadOf(figures[catalog].map((cost) => cost.step)).min,
      };
    }
  }
  return measured as Record<CatalogName, ColdCosts>;
}

const CATALOGS = Object.keys(CATALOG_PACKAGES) as CatalogName[];

async function measureRest(
  catalog: CatalogName,
  cold: ColdCosts,
  { quick, progress }: Effort,
): Promise<Measured> {
  progress(`warm, ${catalog}`);
  const warm = await runTask('catalogWarm', { catalog, seconds: quick ? 0.1 : 0.6 });
  const memory = await runTask('catalogMemory', { catalog }, { flags: ['--expose-gc'] });
  return { cold, warm, memory, disk: diskOf(catalog) };
}

function diskOf(catalog: CatalogName): Measured['disk'] {
  const directory = packageDirectory(CATALOG_PACKAGES[catalog]);
  const own = catalog === 'policywright';
  const data = filesOf(join(directory, own ? 'dist/_chunks' : 'data'));
  return {
    unpacked: own ? packedSize(directory).unpackedSize : installedBytes(directory),
    data: data.reduce((sum, file) => sum + file.length, 0),
    gzip: data.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  };
}

function filesOf(directory: string): readonly Buffer[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}
