import { appendToken } from '../_internals/appendToken.ts';
import { writeArnProgram } from '../_internals/arnProgram.ts';
import { PatternMatcher } from '../_internals/patternMatcher.ts';
import { Program } from '../_internals/program.ts';
import { tokenizeGlob } from '../glob/globTokens.ts';
import type { GlobTokens } from '../glob/globTokens.ts';
import type { Matcher } from '../glob/matcher.ts';
import type { ArnPatternOptions } from './arnPatternOptions.ts';

/**
 * Compiles an ARN pattern of a `Resource` element (S46 to S56) or of an ARN operator (S109 to S112).
 *
 * A `resource` pattern that is no ARN is matched as it stands by the same rules; `*` matches everything, also
 * the pseudo-resource `*` (S46, S47). An `operator` pattern without six parts matches nothing.
 *
 * @param pattern - The pattern's text, or its tokens.
 * @param options - The dialect, and how to read what the rules leave open.
 * @returns The matcher; never throws.
 */
export function compileArnPattern(pattern: string | GlobTokens, options: ArnPatternOptions): Matcher {
  const source = typeof pattern === 'string' ? tokenizeGlob(pattern) : pattern;
  const tokens = new Int32Array(source.length);
  let length = 0;
  for (const token of source) length = appendToken(tokens, length, token);
  const program = new Program(new Int32Array(0));
  if (!writeArnProgram(program, { tokens, length }, options)) return new PatternMatcher(undefined, false);
  return new PatternMatcher(program.codes.slice(0, program.last), false);
}
