// Runs tests for `run.ts`, which ends this process when a mutant does not come to an end.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  createVitest,
  type Reporter,
  type TestModule,
  type TestSpecification,
  type Vitest,
} from 'vitest/node';
import { withMutant, type Mutant } from './mutant.ts';
import { withHits } from './withHits.ts';
import type { TestAnswer, TestFile, TestRequest } from './testRun.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const HITS = join(ROOT, 'tooling/mutation/.cache', `hits-${String(process.pid)}.jsonl`);

/** What files hold instead of what stands on the disk, by absolute path. */
let changed: ReadonlyMap<string, string> = new Map();
let order: readonly string[] = [];

/** Runs test files in the order that was asked for. */
class AsAsked {
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
  sort(files: TestSpecification[]): TestSpecification[] {
    return files.toSorted((one, other) => order.indexOf(one.moduleId) - order.indexOf(other.moduleId));
  }
}

async function startVitest(record: boolean): Promise<Vitest> {
  // Modules that are loaded anew for each file record what happens when they are.
  const recording = { isolate: true, setupFiles: [setUp('shortProperties.js'), setUp('recordHits.js')] };
  // One fault can fail in many ways; the first is enough.
  const trying = { isolate: false, bail: 1, setupFiles: [setUp('shortProperties.js')] };
  return createVitest(
    'test',
    {
      root: ROOT,
      config: join(ROOT, 'vitest.config.ts'),
      watch: false,
      reporters: [REPORTER],
      outputFile: {},
      silent: true,
      maxWorkers: 1,
      fileParallelism: false,
      sequence: { sequencer: AsAsked },
      ...(record ? recording : trying),
    },
    {
      plugins: [
        {
          name: 'mutants',
          enforce: 'pre',
          load: (id: string) => changed.get(id.split('?')[0] ?? id),
        },
      ],
    },
  );
}

function setUp(file: string): string {
  return join(import.meta.dirname, file);
}

async function runTests(vitest: Vitest, tests: readonly string[]): Promise<readonly TestModule[]> {
  failures.length = 0;
  order = tests.map((file) => join(ROOT, file));
  const [project] = vitest.projects;
  if (project === undefined) throw new Error('vitest has no project');
  const { testModules } = await vitest.runTestSpecifications(
    order.map((file) => project.createSpecification(file)),
  );
  return testModules;
}

function change(vitest: Vitest, texts: ReadonlyMap<string, string>): void {
  for (const file of new Set([...changed.keys(), ...texts.keys()])) vitest.invalidateFile(file);
  changed = texts;
}

function pathOf(file: string): string {
  return relative(ROOT, file).split(sep).join('/');
}

/** Keeps the tests, or the files that could not be loaded, that fail in a run. */
const failures: string[] = [];
const REPORTER: Reporter = {
  onTestCaseResult(test) {
    if (test.result().state === 'failed') failures.push(`${pathOf(test.module.moduleId)}: ${test.fullName}`);
  },
  onTestModuleEnd(module) {
    const ownErrors = module.errors().length > 0;
    if (ownErrors || module.state() === 'failed') failures.push(pathOf(module.moduleId));
  },
};

async function record(mutants: readonly Mutant[], tests: readonly string[]): Promise<TestAnswer> {
  const vitest = await startVitest(true);
  process.env['MUTATION_HITS'] = HITS;
  mkdirSync(join(HITS, '..'), { recursive: true });
  rmSync(HITS, { force: true });
  const files = new Map<string, [number, Mutant][]>();
  for (const [number, mutant] of mutants.entries())
    files.set(mutant.file, [...(files.get(mutant.file) ?? []), [number, mutant]]);
  const texts = [...files].map(
    ([file, of]) => [join(ROOT, file), withHits(readFileSync(join(ROOT, file), 'utf8'), of)] as const,
  );
  change(vitest, new Map(texts));
  const modules = await runTests(vitest, tests);
  const hits = new Map<string, readonly number[]>();
  for (const line of readFileSync(HITS, 'utf8').trim().split('\n')) {
    const { file, hits: numbers } = JSON.parse(line) as { file: string; hits: readonly number[] };
    hits.set(file, numbers);
  }
  rmSync(HITS, { force: true });
  await vitest.close();
  return {
    kind: 'recorded',
    files: modules.map((module): TestFile => {
      const { duration, collectDuration } = module.diagnostic();
      return {
        file: pathOf(module.moduleId),
        milliseconds: Math.round(duration + collectDuration),
        hits: hits.get(module.moduleId) ?? [],
      };
    }),
    failed: [...failures],
  };
}

let warm: Promise<Vitest> | undefined;

async function tryMutant(mutant: Mutant, tests: readonly string[]): Promise<TestAnswer> {
  warm ??= startVitest(false);
  const vitest = await warm;
  const file = join(ROOT, mutant.file);
  change(vitest, new Map([[file, withMutant(readFileSync(file, 'utf8'), mutant)]]));
  await runTests(vitest, tests);
  return { kind: 'tried', by: failures[0] };
}

process.on('message', (request: TestRequest) => {
  const answer =
    request.kind === 'record'
      ? record(request.mutants, request.tests)
      : tryMutant(request.mutant, request.tests);
  answer.then(
    (value) => process.send?.(value),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
