import { nodeIo } from './io/nodeIo.ts';
import { run } from './run.ts';

let isLeft = false;
const exitCode = await run(
  process.argv.slice(2),
  nodeIo(() => (isLeft = true)),
);
// A failed write may have set it already. No `process.exit`: what is still to be written must get out.
process.exitCode ??= exitCode;
// What drivers wait for in vain keeps the process; both streams are written to their ends first.
if (isLeft) process.stdout.write('', () => process.stderr.write('', () => process.exit()));
