import { renderDiagnostic, type RenderableDiagnostic } from '@policywright/policy';
import type { Io } from '../io/io.ts';
import { useColor } from '../terminal/useColor.ts';
import { foldLines } from '../terminal/foldLines.ts';

/** The text that diagnostics are about. */
export interface DiagnosedText {
  /** As the user named it, if it is a file. */
  readonly file: string | undefined;
  readonly text: string;
}

const FORM =
  'a scenario is { id, principal, action, resource, context, policies, expected }; see `policywright test --help`';

/** How to mend a scenario of the wrong form, where its reader does not say more. */
const FORM_HELP: Readonly<Record<string, string>> = {
  'scenario-shape': FORM,
  'scenario-missing-member': FORM,
  'scenario-unknown-member': FORM,
};

/**
 * Writes diagnostics to standard error, each with the line it is about.
 *
 * @param io - its standard error.
 * @param source - what they are about.
 * @param diagnostics - findings of any reader.
 */
export function printDiagnostics(
  io: Io,
  { file, text }: DiagnosedText,
  diagnostics: readonly RenderableDiagnostic[],
): void {
  const name = file === '-' ? '<stdin>' : file;
  const options = { color: useColor(io.stderr, io.env), ...(name !== undefined && { file: name }) };
  for (const found of diagnostics) {
    const help = found.help ?? FORM_HELP[found.code];
    const diagnostic = help === undefined ? found : { ...found, help };
    io.stderr.write(`${foldLines(io.stderr, renderDiagnostic(diagnostic, text, options))}\n\n`);
  }
}
