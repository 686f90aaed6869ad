import { writeArnProgram } from '../_internals/arnProgram.ts';
import { Program } from '../_internals/program.ts';
import type { TokenBuffer } from '../glob/tokenBuffer.ts';
import type { ArnDialect, ArnPatternOptions } from '../model/arnPatternOptions.ts';

// One for the whole module: matching calls nothing back, so that it cannot be entered twice.
const program = new Program(new Int32Array(256));

const DEFAULTS = { resource: { dialect: 'resource' }, operator: { dialect: 'operator' } } as const;

/**
 * Matches tokens as `compileArnPattern` would, without compiling them.
 *
 * Colons of substituted text count like the pattern's own. In dialect `operator` they do part components; in
 * dialect `resource` variables stand behind the fifth colon (S114), where a colon is a character like others.
 *
 * @param buffer - the pattern, its variables substituted.
 * @param text - the text, matched as a whole and with case.
 * @param options - the dialect, or all options.
 * @returns whether it matches.
 */
export function matchArnTokens(
  buffer: TokenBuffer,
  text: string,
  options: ArnDialect | ArnPatternOptions,
): boolean {
  const chosen = typeof options === 'string' ? DEFAULTS[options] : options;
  return writeArnProgram(program, buffer, chosen) && program.matches(text, 0, text.length);
}
