import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
  types: [],
  skipLibCheck: true,
};

/** Type-checks programs over the same modules; nothing is read from disk but the compiler's own declarations. */
export class TypeChecker {
  readonly #modules: ReadonlyMap<string, string>;
  readonly #parsed = new Map<string, ts.SourceFile | undefined>();
  #program: ts.Program | undefined;

  /** @param modules - texts by path, such as `/ecs.ts`. */
  constructor(modules: ReadonlyMap<string, string>) {
    this.#modules = modules;
  }

  /**
   * Lists the compiler's messages for each line of a program.
   *
   * @param lines - the program, which can import the modules from `./ecs.js`.
   * @throws Error - for a message about one of the modules.
   */
  check(lines: readonly string[]): readonly (readonly string[])[] {
    const program = ts.createProgram(['/main.ts'], OPTIONS, this.#host(lines.join('\n')), this.#program);
    this.#program = program;
    const messages = lines.map((): string[] => []);
    for (const { file, start, messageText } of ts.getPreEmitDiagnostics(program)) {
      const message = ts.flattenDiagnosticMessageText(messageText, '\n');
      if (file?.fileName !== '/main.ts') throw new Error(`${file?.fileName ?? ''}: ${message}`);
      messages[file.getLineAndCharacterOfPosition(start ?? 0).line]?.push(message);
    }
    return messages;
  }

  #host(text: string): ts.CompilerHost {
    const host = ts.createCompilerHost(OPTIONS);
    return {
      ...host,
      getCurrentDirectory: () => '/',
      fileExists: (name) => name === '/main.ts' || this.#modules.has(name) || host.fileExists(name),
      readFile: (name) => this.#modules.get(name) ?? host.readFile(name),
      getSourceFile: (name, options) => {
        if (name === '/main.ts') return ts.createSourceFile(name, text, options);
        if (!this.#parsed.has(name)) {
          const module = this.#modules.get(name);
          const file =
            module === undefined
              ? host.getSourceFile(name, options)
              : ts.createSourceFile(name, module, options);
          this.#parsed.set(name, file);
        }
        return this.#parsed.get(name);
      },
    };
  }
}
