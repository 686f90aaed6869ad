import { join } from 'node:path';
import { installedBytes, withDependencies } from '../measure/installedPackage.ts';
import { spreadOf } from '../measure/median.ts';
import { duration, figure, ratio } from '../report/units.ts';
import type { Suite } from '../suite/suite.ts';
import { runTask } from '../task/runTask.ts';
import { bundledBytes } from './bundledBytes.ts';
import type { CompletionCost } from './completionTask.ts';
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
  /** Milliseconds waited with a warm compiler, more than for an empty file. */
  readonly typeCheckAgain: number;
  /** More than for an empty file. */
  readonly instantiations: number;
  /** Bytes more than for an empty file. */
  readonly heap: number;
  /** Milliseconds. */
  readonly firstCompletion: number;
  /** Milliseconds. */
  readonly completion: number;
  /** Milliseconds. */
  readonly completionProcessor: number;
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
    progress('type checks');
    const checked = await typeCheckLibraries(folder, rounds);
    const emptyBundle = await bundledBytes(folder, 'console.log("");');
    const data: Measured[] = [];
    for (const { library, check } of checked) {
      progress(library.name);
      const { first, again, processor } = await completions(library, folder, rounds * 5);
      data.push({
        name: library.name,
        bundle: (await bundledBytes(folder, library.oneAction)) - emptyBundle,
        typeCheck: check.elapsed,
        typeCheckProcessor: check.processor,
        typeCheckAgain: check.again,
        instantiations: check.instantiations,
        heap: check.heap,
        firstCompletion: first,
        completion: again,
        completionProcessor: processor,
        installed:
          library.peer === undefined
            ? installedBytes(join(folder, GENERATED))
            : peerBytes(library.peer, folder),
      });
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
        'Type check, instantiations and heap: of a file with three statements over ECS, S3 and IAM, over those of an empty file, under `strict` with the standard library and TypeScript 6, in fresh processes as `tsc` does it, by turns: the middle of the time waited, and of the processor time, which counts threads that compile the compiler and collect garbage meanwhile; then when such a process checks it again, as a watching compiler or an editor does. None of the peers ties resources or keys to actions; those without instantiations have names of actions only.',
        'Completion: the actions of ECS, in `allow("ecs:")` or where the peer offers them; the first with everything still to be read, then after a keystroke elsewhere in the file: the middle of the time waited, and of the processor time.',
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
  { heading: 'with a warm compiler', key: 'typeCheckAgain', show: milliseconds },
  { heading: 'instantiations', key: 'instantiations', show: figure, budget: '2,000' },
  { heading: 'compiler heap', key: 'heap', show: (bytes) => `${figure(bytes / 1e6)} MB` },
  { heading: 'first completion', key: 'firstCompletion', show: milliseconds },
  { heading: 'completion', key: 'completion', show: milliseconds, budget: '20 ms' },
  { heading: 'its processor time', key: 'completionProcessor', show: milliseconds },
  { heading: 'kB installed', key: 'installed', show: (bytes) => figure(bytes / 1000) },
];

interface CheckedLibrary {
  readonly library: Library;
  /** More than for an empty file. */
  readonly check: TypeCheckCost;
}

async function typeCheckLibraries(folder: string, rounds: number): Promise<readonly CheckedLibrary[]> {
  const measured = LIBRARIES.map((library) => ({ library, costs: new Array<TypeCheckCost>() }));
  // Each round has its own empty file: a machine's speed drifts by more than what is measured.
  for (let round = 0; round < rounds; round++) {
    const empty = await typeCheck(folder, 'export {};');
    for (const { library, costs } of measured) {
      const cost = await typeCheck(folder, library.statements);
      costs.push(each((key) => cost[key] - empty[key]));
    }
  }
  return measured.map(({ library, costs }) => ({
    library,
    check: each((key) => spreadOf(costs.map((cost) => cost[key])).median),
  }));
}

function typeCheck(folder: string, text: string): Promise<TypeCheckCost> {
  return runTask('typeCheck', { folder, text, rounds: 10 }, { flags: ['--expose-gc'] });
}

function each(figureOf: (key: keyof TypeCheckCost) => number): TypeCheckCost {
  return {
    elapsed: figureOf('elapsed'),
    processor: figureOf('processor'),
    again: figureOf('again'),
    instantiations: figureOf('instantiations'),
    heap: figureOf('heap'),
  };
}

function completions(library: Library, folder: string, rounds: number): Promise<CompletionCost> {
  return runTask('completion', { folder, text: library.completion, expected: library.completed, rounds });
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
