import { writeArnProgram } from '../_internals/arnProgram.ts';
import { PatternMatcher } from '../_internals/patternMatcher.ts';
import { Program } from '../_internals/program.ts';
import type { GlobTokens } from '../model/globTokens.ts';
import type { Matcher } from '../model/matcher.ts';
import { TokenBuffer } from '../glob/tokenBuffer.ts';
import type { ArnPatternOptions } from '../model/arnPatternOptions.ts';

// One of each for the whole module: compiling calls nothing back.
const scratch = new TokenBuffer();
const program = new Program(new Int32Array(256));

/**
 * Compiles an ARN pattern of a `Resource` element (S46 to S56) or of an ARN operator (S109 to S112).
 *
 * A `resource` pattern that is no ARN is matched as it stands by the same rules; `*` matches everything, also
 * the pseudo-resource `*` (S46, S47). An `operator` pattern without six parts matches nothing.
 *
 * @param pattern - the pattern's text, or its tokens.
 * @param options - the dialect, and how to read what the rules leave open.
 * @returns the matcher; never throws.
 */
export function compileArnPattern(pattern: string | GlobTokens, options: ArnPatternOptions): Matcher {
  scratch.clear();
  if (typeof pattern === 'string') scratch.pushPattern(pattern);
  else scratch.pushTokens(pattern);
  const possible = writeArnProgram(program, scratch, options);
  return new PatternMatcher(possible ? program.codes.slice(0, program.last) : undefined, false);
}
