import { Program } from '../_internals/program.ts';
import type { TokenBuffer } from './tokenBuffer.ts';

// One for the whole module: matching calls nothing back, so that it cannot be entered twice.
const program = new Program(new Int32Array(0));

/**
 * Matches tokens as `compileGlob` would, without compiling them (S92, S123).
 *
 * @param buffer - the pattern, its variables substituted.
 * @param text - the text, matched as a whole and with case.
 * @returns whether it matches.
 */
export function matchGlobTokens(buffer: TokenBuffer, text: string): boolean {
  program.codes = buffer.tokens;
  program.last = buffer.length;
  return program.matches(text, 0, text.length);
}
