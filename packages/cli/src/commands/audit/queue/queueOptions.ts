/** The options of who submits and who works. */
export const QUEUE_OPTIONS = {
  queue: {
    value: 'URL',
    description:
      'server of the queue, Redis, Valkey or PostgreSQL; else the variable POLICYWRIGHT_QUEUE has it, which others do not see in the list of processes',
  },
  run: { value: 'NAME', description: 'name of the run; by default by what the snapshot holds' },
} as const;
