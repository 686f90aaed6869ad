import { services } from '@policywright/catalog';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { consumedModules, createProgram, generatedModules, SERVICES } from './compileCases.ts';

/** Uses the constants, builders, keys and statements of three services, as a program would. */
const TYPICAL = `
import { GetObject, object, ListBucket } from './s3.js';
import { RunTask, taskDefinition } from './ecs.js';
import { PassRole, role } from './iam.js';
import { allow, arnEquals, policy, stringEquals } from './runtime.js';
const account = '111122223333';
export const document = policy(
  allow(RunTask)
    .on(taskDefinition({ region: 'us-east-1', account, taskDefinitionFamilyName: 'web', taskDefinitionRevisionNumber: '*' }))
    .when(arnEquals('ecs:cluster', 'arn:aws:ecs:us-east-1:111122223333:cluster/web')),
  allow(PassRole).on(role({ account, roleNameWithPath: 'web' })).when(stringEquals('iam:PassedToService', 'ecs-tasks.amazonaws.com')),
  allow(GetObject).on(object({ bucketName: 'b', objectName: '*' })),
);
export const list = ListBucket;
`;

const checked = (text: string, generated = generatedModules(SERVICES)): ts.Program => {
  const program = createProgram(new Map([['/main.ts', text]]), generated);
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  return program;
};

const instantiations = (program: ts.Program): number => program.getInstantiationCount();

const spentOn = (text: string, generated: ReadonlyMap<string, string>): number =>
  instantiations(checked(text, generated)) - instantiations(checked('export {};', generated));

interface CheckedFile extends ts.SourceFile {
  /** Where the file has a directive about its being checked; the compiler's declarations leave it out. */
  readonly checkJsDirective?: { readonly enabled: boolean };
}

describe('BUDGETS: generated code', () => {
  test('a file with statements over three services costs at most 2,000 instantiations more than an empty one', () => {
    const spent = spentOn(TYPICAL, consumedModules(SERVICES));
    expect(spent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(2000);
  });

  test('with the generated modules checked too, as no consumer does, it costs at most 3,500', () => {
    expect(spentOn(TYPICAL, generatedModules(SERVICES))).toBeLessThanOrEqual(3500);
  });

  test('constants and builders of three services cost at most 50', () => {
    const spent = spentOn(
      TYPICAL.replace(
        /export const document[^]*?;\nexport/,
        'export const made = [RunTask, GetObject, PassRole];\nexport',
      ).replace(/const account[^]*?;\n/, ''),
      consumedModules(SERVICES),
    );
    expect(spent).toBeLessThanOrEqual(50);
  });

  test('every module is one that no consumer checks', () => {
    for (const [path, text] of consumedModules(SERVICES)) {
      const { checkJsDirective } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022) as CheckedFile;
      if (path.endsWith('.ts')) expect(checkJsDirective, path).toMatchObject({ enabled: false });
    }
  });

  test('all services at once compile', () => {
    const text = services()
      .map(({ prefix }, number) => `export * as s${number} from './${prefix}.js';`)
      .join('\n');
    checked(text, generatedModules(['*']));
  });

  test('completions of `action(` and `allow(` list the actions', () => {
    const text =
      "import './ecs.js';\nimport { action, allow } from './runtime.js';\naction('ecs:');\nallow('ecs:');\n";
    const files = new Map([...generatedModules(['ecs']), ['/main.ts', text]]);
    const service = ts.createLanguageService({
      getCompilationSettings: () => ({
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        strict: true,
        types: [],
        lib: ['lib.es2023.d.ts'],
      }),
      getScriptFileNames: () => ['/main.ts'],
      getScriptVersion: () => '1',
      getScriptSnapshot: (name) => {
        const found = files.get(name) ?? ts.sys.readFile(name);
        return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
      },
      getCurrentDirectory: () => '/',
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (name) => files.has(name) || ts.sys.fileExists(name),
      readFile: (name) => files.get(name) ?? ts.sys.readFile(name),
    });
    for (const call of ["action('ecs:", "allow('ecs:"]) {
      const names = service
        .getCompletionsAtPosition('/main.ts', text.indexOf(call) + call.length, {})
        ?.entries.map(({ name }) => name);
      expect(names, call).toContain('ecs:RunTask');
      expect(names, call).toContain('ecs:StopTask');
    }
  });
});
