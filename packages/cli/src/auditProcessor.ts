import { workerData } from 'node:worker_threads';
import { PartProcessor, type ProcessorData } from './commands/audit/queue/processPart.ts';
import { nodeIo } from './io/nodeIo.ts';

const io = nodeIo();
// The worker tells of parts; what is wrong with the snapshot is told where it was submitted.
const processor = new PartProcessor(
  { ...io, stderr: { ...io.stderr, write: () => undefined } },
  workerData as ProcessorData,
);

/** Runs a job in a thread of `audit worker`; what BullMQ calls is the default export. */
// oxlint-disable-next-line import/no-default-export -- BullMQ takes no other
export default ({ data }: { readonly data: unknown }): Promise<void> => processor.run(data);
