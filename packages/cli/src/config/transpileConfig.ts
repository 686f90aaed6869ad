import { positionAt, type RenderableDiagnostic } from '@policywright/policy';
import { configDiagnostic } from './configDiagnostic.ts';

/**
 * Turns TypeScript into JavaScript with ts-morph, which is an optional peer dependency.
 *
 * @param text - the module.
 * @param file - its name.
 * @returns the JavaScript, or what is wrong with the text; `undefined` where ts-morph is not installed.
 */
export async function transpileConfig(
  text: string,
  file: string,
): Promise<string | RenderableDiagnostic | undefined> {
  const ts = await loadCompiler();
  if (ts === undefined) return undefined;
  const { diagnostics, outputText } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: false,
    },
  });
  const [error] = diagnostics ?? [];
  if (error === undefined) return outputText;
  const message = ts.flattenDiagnosticMessageText(error.messageText, ' ').replace(/\.$/, '').toLowerCase();
  const start = error.start ?? 0;
  const range = { start: positionAt(text, start), end: positionAt(text, start + (error.length ?? 0)) };
  return configDiagnostic('config-syntax-error', message, { range });
}

async function loadCompiler(): Promise<(typeof import('ts-morph'))['ts'] | undefined> {
  try {
    const { ts } = await import('ts-morph');
    return ts;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
