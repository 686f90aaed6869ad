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
    page: 'UpdateJob, AWS Glue API Reference',
    url: 'https://docs.aws.amazon.com/glue/latest/webapi/API_UpdateJob.html',
  },
};
