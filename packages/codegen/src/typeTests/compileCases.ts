import ts from 'typescript';
import { generate } from '../emit/generate.ts';

/** A line of a program, and the compiler's message where it must not compile. */
export interface TypeCase {
  readonly code: string;
  readonly error?: string;
}

/** What the compiler says of a case. */
export interface CaseResult extends TypeCase {
  /** Each message in full, with its details on lines of their own. */
  readonly messages: readonly string[];
}

export const SERVICES = ['codebuild', 'dynamodb', 'ec2', 'ecs', 'iam', 'kms', 'lambda', 's3'] as const;

/** What every case can use: values of the commonest kinds. */
const PRELUDE = [
  ...SERVICES.map((service) => `import * as ${service} from './${service}.js';`),
  "import { action, allow, arnEquals, arnLike, arnNotLike, aws, bool, dateGreaterThan, dateLessThan, deny, forAllValues, forAnyValue, ifExists, ipAddress, isNull, notIpAddress, numericEquals, numericLessThan, policy, stringEquals, stringEqualsIgnoreCase, stringLike, stringNotEquals, uncheckedArn } from './runtime.js';",
  "import type { Arn } from './runtime.js';",
  "const here = { region: 'us-east-1', account: '111122223333' };",
  "const cluster = ecs.cluster({ ...here, clusterName: 'web' });",
  "const task = ecs.task({ ...here, clusterName: 'web', taskId: '*' });",
  "const taskDefinition = ecs.taskDefinition({ ...here, taskDefinitionFamilyName: 'web', taskDefinitionRevisionNumber: '*' });",
  "const bucket = s3.bucket({ bucketName: 'b' });",
  "const object = s3.object({ bucketName: 'b', objectName: '*' });",
  "const role = iam.role({ account: '111122223333', roleNameWithPath: 'web' });",
  "const instance = ec2.instance({ ...here, instanceId: '*' });",
  "const image = ec2.image({ region: 'us-east-1', imageId: '*' });",
  "const table = dynamodb.table({ ...here, tableName: 't' });",
  "const index = dynamodb.index({ ...here, tableName: 't', indexName: '*' });",
  "const lambdaFunction = lambda.function_({ ...here, functionName: 'f' });",
];

const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: [],
  skipLibCheck: true,
};

/**
 * Compiles each case as one line of a program over the generated modules of {@link SERVICES}.
 *
 * @throws Error for a message about something else than a case.
 */
export function compileCases(cases: readonly TypeCase[]): readonly CaseResult[] {
  const text = [...PRELUDE, ...cases.map(({ code }) => `{ ${code}; }`), 'export {};'].join('\n');
  const program = createProgram(new Map([['/cases.ts', text]]));
  const messages = cases.map((): string[] => []);
  for (const { file, start, messageText } of ts.getPreEmitDiagnostics(program)) {
    const line = file?.fileName === '/cases.ts' ? file.getLineAndCharacterOfPosition(start ?? 0).line : -1;
    const message = ts.flattenDiagnosticMessageText(messageText, '\n');
    const list = messages[line - PRELUDE.length];
    if (list === undefined) throw new Error(`${file?.fileName ?? ''}:${line + 1}: ${message}`);
    list.push(message);
  }
  return cases.map((one, number) => ({ ...one, messages: messages[number] ?? [] }));
}

/** Makes a program of some files and the generated modules, all in the folder `/`. */
export function createProgram(
  files: ReadonlyMap<string, string>,
  generated: ReadonlyMap<string, string> = generatedModules(SERVICES),
): ts.Program {
  return ts.createProgram([...files.keys()], COMPILER_OPTIONS, createHost(new Map([...generated, ...files])));
}

const UNCHECKED = '// @ts-nocheck\n';

/** Generates modules that the compiler checks, as it does not for consumers, by their path in the folder `/`. */
export function generatedModules(services: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...consumedModules(services)].map(([path, text]) => [path, text.replace(UNCHECKED, '')]));
}

/** Generates modules as consumers have them, by their path in the folder `/`. */
export function consumedModules(services: readonly string[]): ReadonlyMap<string, string> {
  const { files } = generate({ services, out: '/' });
  return new Map(files.map(({ path, text }) => [`/${path}`, text]));
}

function createHost(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(COMPILER_OPTIONS);
  return {
    ...host,
    getCurrentDirectory: () => '/',
    fileExists: (name) => files.has(name) || host.fileExists(name),
    readFile: (name) => files.get(name) ?? host.readFile(name),
    getSourceFile: (name, options) => {
      const text = files.get(name);
      return text === undefined ? libraryFile(host, name, options) : ts.createSourceFile(name, text, options);
    },
  };
}

const libraryFiles = new Map<string, ts.SourceFile | undefined>();

/** Parses the compiler's own declarations once for all programs. */
function libraryFile(
  host: ts.CompilerHost,
  name: string,
  options: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  if (!libraryFiles.has(name)) libraryFiles.set(name, host.getSourceFile(name, options));
  return libraryFiles.get(name);
}
