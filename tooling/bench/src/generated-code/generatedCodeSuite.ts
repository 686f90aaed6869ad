import { join } from 'node:path';
import { installedBytes, withDependencies } from '../measure/installedPackage.ts';
import { spreadOf } from '../measure/median.ts';
import { duration, figure, ratio } from '../report/units.ts';
import type { Suite } from '../suite/suite.ts';
import { runTask } from '../task/runTask.ts';
import { bundledBytes } from './bundledBytes.ts';
import { GENERATED, LIBRARIES, type Library } from './library.ts';
import { makeProject } from './project.ts';
import type { TypeCheckCost } from './typeCheckTask.ts';

interface Measured {
  readonly name: string;
  /** Bytes that one action adds to a bundle. */
  readonly bundle: number;
  /** Milliseconds waited, more than for an empty file. */
  readonly typeCheck: number;
  /** Milliseconds of processor time, more than for an empty file. */
  readonly typeCheckProcessor: number;
  /** More than for an empty file. */
  readonly instantiations: number;
  /** Bytes more than for an empty file. */
  readonly heap: number;
  /** Milliseconds. */
  readonly firstCompletion: number;
  /** Milliseconds. */
  readonly completion: number;
  /** Bytes on disk. */
  readonly installed: number;
}

const MILLISECOND = 1e6;

/** What typed policies cost those who build, check and edit them. */
export const generatedCodeSuite: Suite = {
  name: 'generated-code',
  title: 'Generated code',
  async run({ quick, progress }) {
    progress('installing the peers');
    const folder = await makeProject();
    const rounds = quick ? 2 : 9;
    progress('an empty file');
    const empty: EmptyFile = {
      bundle: await bundledBytes(folder, 'console.log("");'),
      check: await typeCheck(folder, 'export {};', rounds),
    };
    const data: Measured[] = [];
    for (const library of LIBRARIES) {
      progress(library.name);
      data.push(await measureLibrary(library, { folder, rounds, empty }));
    }
    const [own] = data;
    const row = (measured: Measured): readonly string[] => [
      measured.name,
      ...COLUMNS.map(({ key, show }) => {
        const text = show(measured[key]);
        return own === undefined || measured === own ? text : `${text} (${ratio(measured[key], own[key])})`;
      }),
    ];
    return {
      table: {
        headings: ['library', ...COLUMNS.map(({ heading }) => heading)],
        rows: [...data.map(row), ['budget', ...COLUMNS.map(({ budget }) => budget ?? '')]],
      },
      remarks: [
        'In brackets: how many times ours. One action: the bytes that importing it adds to a bundle, minified by esbuild.',
        'Type check, instantiations and heap: of a file with three statements over ECS, S3 and IAM, over those of an empty file, under `strict` with the standard library and TypeScript 6, in fresh processes as `tsc` does it: the middle of the time waited, and of the processor time, which counts threads that compile the compiler and collect garbage meanwhile. None of the peers ties resources or keys to actions; those without instantiations have names of actions only.',
        'Completion: the actions of ECS, in `allow("ecs:")` or where the peer offers them; the first with everything still to be read, then after a keystroke elsewhere in the file, in processor time.',
        `Installed: each peer with its dependencies; for ours the generated modules of the three services and their runtime, which lie in the repository and need no package. The generator is a development dependency: ${figure(generatorBytes() / 1000)} kB with its own.`,
      ],
      data,
    };
  },
};

interface Column {
  readonly heading: string;
  readonly key: Exclude<keyof Measured, 'name'>;
  readonly show: (value: number) => string;
  readonly budget?: string;
}

const milliseconds = (value: number): string => duration(value * MILLISECOND);

const COLUMNS: readonly Column[] = [
  { heading: 'bytes of one action', key: 'bundle', show: figure, budget: '100' },
  { heading: 'type check', key: 'typeCheck', show: milliseconds, budget: '100 ms' },
  { heading: 'its processor time', key: 'typeCheckProcessor', show: milliseconds },
  { heading: 'instantiations', key: 'instantiations', show: figure, budget: '2,000' },
  { heading: 'compiler heap', key: 'heap', show: (bytes) => `${figure(bytes / 1e6)} MB` },
  { heading: 'first completion', key: 'firstCompletion', show: milliseconds },
  { heading: 'completion', key: 'completion', show: milliseconds, budget: '20 ms' },
  { heading: 'kB installed', key: 'installed', show: (bytes) => figure(bytes / 1000) },
];

interface EmptyFile {
  readonly bundle: number;
  readonly check: TypeCheckCost;
}

interface Measuring {
  readonly folder: string;
  readonly rounds: number;
  readonly empty: EmptyFile;
}

async function measureLibrary(library: Library, { folder, rounds, empty }: Measuring): Promise<Measured> {
  const check = await typeCheck(folder, library.statements, rounds);
  const completion = await runTask('completion', {
    folder,
    text: library.completion,
    expected: library.completed,
    rounds: rounds * 5,
  });
  return {
    name: library.name,
    bundle: (await bundledBytes(folder, library.oneAction)) - empty.bundle,
    typeCheck: check.elapsed - empty.check.elapsed,
    typeCheckProcessor: check.processor - empty.check.processor,
    instantiations: check.instantiations - empty.check.instantiations,
    heap: check.heap - empty.check.heap,
    firstCompletion: completion.first,
    completion: completion.again,
    installed:
      library.peer === undefined ? installedBytes(join(folder, GENERATED)) : peerBytes(library.peer, folder),
  };
}

async function typeCheck(folder: string, text: string, rounds: number): Promise<TypeCheckCost> {
  const costs: TypeCheckCost[] = [];
  for (let round = 0; round < rounds; round++)
    costs.push(await runTask('typeCheck', { folder, text }, { flags: ['--expose-gc'] }));
  const middle = (key: keyof TypeCheckCost): number => spreadOf(costs.map((cost) => cost[key])).median;
  return {
    elapsed: middle('elapsed'),
    processor: middle('processor'),
    instantiations: middle('instantiations'),
    heap: middle('heap'),
  };
}

function peerBytes(peer: string, folder: string): number {
  const [name = ''] = peer.split('@');
  return sum(withDependencies(name, folder).map(installedBytes));
}

/** What `npm install` of the generator brings; of our packages, what is built. */
function generatorBytes(): number {
  const directories = withDependencies('@policywright/codegen');
  const ours = (directory: string): boolean => !directory.includes('node_modules');
  return sum(directories.map((path) => installedBytes(ours(path) ? join(path, 'dist') : path)));
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, each) => total + each, 0);
}
