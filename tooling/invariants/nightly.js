// Runs the properties with many cases and a seed of its own, which the log names so that the run can be repeated.
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';

process.env['POLICYWRIGHT_RUNS'] ??= '100000';
process.env['POLICYWRIGHT_SEED'] ??= String(randomInt(2 ** 31));
const root = join(import.meta.dirname, '..', '..');
// A failed test sets the exit code.
const vitest = await startVitest('test', ['tooling/invariants/'], { root, watch: false, testTimeout: 0 });
await vitest.close();
