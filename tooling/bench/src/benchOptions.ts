import { parseArgs } from 'node:util';
import { SUITES } from './suite/suites.ts';

/** What the command line asks for. */
export interface BenchOptions {
  readonly quick: boolean;
  /** Names of the suites to run; all when empty. */
  readonly only: readonly string[];
  /** Where to write the figures as JSON. */
  readonly json: string | undefined;
}

/** How the command is used. */
export const USAGE: string = `usage: pnpm bench [--quick] [--only NAME]... [--json FILE]
suites: ${SUITES.map(({ name }) => name).join(', ')}`;

/**
 * Reads the command line.
 *
 * @param args - what follows the script's name.
 * @throws Error for an option or a suite that there is not.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    // pnpm hands the `--` before a script's own options on.
    args: args.filter((arg) => arg !== '--'),
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
    },
  });
  for (const name of values.only) {
    if (!SUITES.some((suite) => suite.name === name)) throw new Error(`no suite is called ${name}`);
  }
  return { quick: values.quick, only: values.only, json: values.json };
}
