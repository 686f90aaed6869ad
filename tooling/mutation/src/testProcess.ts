// Runs tests for `run.ts`, which ends this process when a mutant does not come to an end.
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  createVitest,
  type Reporter,
  type TestModule,
  type TestSpecification,
  type Vitest,
} from 'vitest/node';
import { withMutant, type Mutant } from './mutant.ts';
import type { TestAnswer, TestFile, TestRequest } from './testRun.ts';
import { withSwitches } from './withSwitches.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

type Sweep = Extract<TestRequest, { readonly kind: 'sweep' }>;

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

async function startVitest(settings: object): Promise<Vitest> {
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
      isolate: false,
      setupFiles: [join(import.meta.dirname, 'shortProperties.js')],
      ...settings,
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
    if (warm === undefined) for (const error of module.errors()) console.error(error.stack);
  },
};

async function sweep({ mutants, sources, tests, settled, lines }: Sweep): Promise<TestAnswer> {
  process.env['MUTATION_ROOT'] = ROOT;
  process.env['MUTATION_LINES'] = lines;
  process.env['MUTATION_SETTLED'] = JSON.stringify(settled);
  const vitest = await startVitest({ runner: join(import.meta.dirname, 'sweepRunner.js') });
  const numbered = [...mutants.entries()];
  const texts = sources.map((file) => {
    const of = numbered.filter(([, mutant]) => mutant.file === file);
    return [join(ROOT, file), withSwitches(readFileSync(join(ROOT, file), 'utf8'), of)] as const;
  });
  change(vitest, new Map(texts));
  const modules = await runTests(vitest, tests);
  const files = modules.map((module): TestFile => {
    const { duration, collectDuration } = module.diagnostic();
    return {
      file: pathOf(module.moduleId),
      milliseconds: Math.round(duration + collectDuration),
      loads: loadedBy(vitest, module.moduleId),
      isUsable: module.state() === 'passed',
    };
  });
  await vitest.close();
  return { kind: 'swept', files };
}

/** The sources that a file loads, itself or by others. */
function loadedBy(vitest: Vitest, file: string): readonly string[] {
  const environments = vitest.projects.flatMap((project) => Object.values(project.vite.environments));
  const open = environments.flatMap(({ moduleGraph }) => [...(moduleGraph.getModulesByFile(file) ?? [])]);
  const seen = new Set(open);
  for (const node of seen) for (const imported of node.importedModules) seen.add(imported);
  return [...new Set([...seen].flatMap((node) => (node.file === null ? [] : [pathOf(node.file)])))];
}

let warm: Promise<Vitest> | undefined;

async function tryMutant(mutant: Mutant, tests: readonly string[]): Promise<TestAnswer> {
  // One fault can fail in many ways; the first is enough.
  warm ??= startVitest({ bail: 1 });
  const vitest = await warm;
  const file = join(ROOT, mutant.file);
  change(vitest, new Map([[file, withMutant(readFileSync(file, 'utf8'), mutant)]]));
  await runTests(vitest, tests);
  return { kind: 'tried', by: failures[0] };
}

process.on('message', (request: TestRequest) => {
  const answer = request.kind === 'sweep' ? sweep(request) : tryMutant(request.mutant, request.tests);
  answer.then(
    (value) => process.send?.(value),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
