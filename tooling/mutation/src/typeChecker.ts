import { join } from 'node:path';
import { transformSync } from 'esbuild';
import ts from 'typescript';
import { withMutant, type Mutant } from './mutant.ts';
import { ROOT } from './sources.ts';
import { nodeOf } from './withSwitches.ts';

/**
 * Whether a mutant can be read at all.
 *
 * @param mutant - the fault
 * @returns false where it is no TypeScript
 */
export function parses(mutant: Mutant): boolean {
  const text = withMutant(ts.sys.readFile(join(ROOT, mutant.file)) ?? '', mutant);
  try {
    transformSync(text, { loader: 'ts', logLevel: 'silent' });
    return true;
  } catch {
    return false;
  }
}

/** What the compiler says of the mutants of a package. */
export interface TypeChecker {
  /** Whether a mutant compiles: what does not is seen by everyone, without a test. */
  compiles(mutant: Mutant): boolean;
  /**
   * Whether a mutant stands in the value that the compiler asks for in case that a list has no such element: `list[at] ?? 0`,
   * `const [one = ''] = list`.
   */
  isFallback(mutant: Mutant): boolean;
}

/**
 * The compiler, for the mutants of a package.
 *
 * @param files - the sources of the package, as paths from the root
 * @returns what answers for one mutant of them at a time
 */
export function typeChecker(files: readonly string[]): TypeChecker {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.base.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const settings = { ...options, composite: false, incremental: false, noEmit: true, types: ['node'] };
  let changed: { readonly file: string; readonly text: string; readonly version: number } | undefined;
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => settings,
    getScriptFileNames: () => files.map((file) => join(ROOT, file)),
    getScriptVersion: (file) => (changed?.file === file ? String(changed.version) : '0'),
    getScriptSnapshot: (file) => {
      const text = changed?.file === file ? changed.text : ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: (of) => ts.getDefaultLibFilePath(of),
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  });
  const put = (file: string, text: string): void => {
    version += 1;
    changed = { file, text, version };
  };
  return {
    compiles(mutant) {
      const file = join(ROOT, mutant.file);
      put(file, withMutant(ts.sys.readFile(file) ?? '', mutant));
      const faults = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
      return faults.length === 0;
    },
    isFallback(mutant) {
      const file = join(ROOT, mutant.file);
      put(file, ts.sys.readFile(file) ?? '');
      const program = service.getProgram();
      const source = program?.getSourceFile(file);
      if (program === undefined || source === undefined) return false;
      const list = listBehind(nodeOf(source, mutant));
      const type = list === undefined ? undefined : program.getTypeChecker().getTypeAtLocation(list);
      return type?.getNumberIndexType() !== undefined && type.getStringIndexType() === undefined;
    },
  };
}

/** The list that a value stands in for an element of. */
function listBehind(node: ts.Node): ts.Node | undefined {
  const { parent } = node;
  if (ts.isBindingElement(parent) && parent.initializer === node)
    return ts.isArrayBindingPattern(parent.parent) ? parent.parent : undefined;
  if (!ts.isBinaryExpression(parent) || parent.right !== node) return undefined;
  if (parent.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return undefined;
  return ts.isElementAccessExpression(parent.left) ? parent.left.expression : undefined;
}
