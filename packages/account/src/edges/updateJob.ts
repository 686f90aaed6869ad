import type { EdgeKind } from './edgeKind.ts';

/** A source changes a Glue job and runs it. */
export const updateJob: EdgeKind = {
  name: 'update-job',
  words: 'changes a Glue job and runs it',
  target: { kind: 'resource', infix: ':job/' },
  calls: [
    { operation: 'glue:UpdateJob', input: { JobName: '{name}', JobUpdate: {} }, on: 'target' },
    { operation: 'glue:StartJobRun', input: { JobName: '{name}' }, on: 'target' },
  ],
  source: {
    page: 'update_job, Botocore documentation',
    url: 'https://docs.aws.amazon.com/botocore/latest/reference/services/glue/client/update_job.html',
    read: '2026-11-30',
  },
};
