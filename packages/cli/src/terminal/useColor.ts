import type { Io, Output } from '../io/io.ts';

/**
 * Decides whether to colour what goes to an output: on a terminal, unless the user says otherwise by
 * `NO_COLOR` (no-color.org) or `FORCE_COLOR` (which wins, as in Node).
 *
 * @param output - where the text goes.
 * @param env - the environment.
 */
export function useColor(output: Output, env: Io['env']): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return output.isTTY && env['TERM'] !== 'dumb';
}
