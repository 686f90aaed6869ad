import { nodeIo } from './io/nodeIo.ts';
import { run } from './run.ts';

const exitCode = await run(process.argv.slice(2), nodeIo());
// A failed write may have set it already. No `process.exit`: what is still to be written must get out.
process.exitCode ??= exitCode;
