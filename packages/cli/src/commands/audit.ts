import type { CommandGroup } from '../arguments/command.ts';

/** `policywright audit`: questions about the accounts of a snapshot. */
export const audit: CommandGroup = {
  kind: 'group',
  summary: 'tell who can reach what in accounts and organizations',
  commands: {
    'who-can': {
      summary: 'list the principals that can do something, certainly or perhaps',
      load: async () => (await import('./audit/whoCan.ts')).whoCanCommand,
    },
    'what-can': {
      summary: 'list what a principal can do, resource by resource',
      load: async () => (await import('./audit/whatCan.ts')).whatCanCommand,
    },
    external: {
      summary: 'list who gets at resources and roles from outside, by which policy',
      load: async () => (await import('./audit/external.ts')).externalCommand,
    },
    paths: {
      summary: 'list the shortest chains by which principals become others, or administrators',
      load: async () => (await import('./audit/paths.ts')).pathsCommand,
    },
    diff: {
      summary: 'tell what principals, resources and paths won and lost between two snapshots',
      load: async () => (await import('./audit/diff.ts')).diffCommand,
    },
    unused: {
      summary: 'list what principals may do and did not, by events of AWS CloudTrail',
      load: async () => (await import('./audit/unused.ts')).unusedCommand,
    },
    replay: {
      summary: 'list past calls, by events of AWS CloudTrail, that policies would deny',
      load: async () => (await import('./audit/replay.ts')).replayCommand,
    },
    run: {
      summary: 'write what every principal can do on every resource, whole or in parts',
      load: async () => (await import('./audit/run.ts')).runCommand,
    },
    merge: {
      summary: 'join the files of all parts',
      load: async () => (await import('./audit/merge.ts')).mergeCommand,
    },
    sql: {
      summary: 'ask the answers of all parts, and events, in SQL',
      load: async () => (await import('./audit/sql.ts')).sqlCommand,
    },
    submit: {
      summary: 'put the parts of an audit into a queue, for machines that stay up',
      load: async () => (await import('./audit/submit.ts')).submitCommand,
    },
    worker: {
      summary: 'take parts of an audit from a queue and write their files',
      load: async () => (await import('./audit/worker.ts')).workerCommand,
    },
    collect: {
      summary: 'print the commands of the AWS command line that make a snapshot',
      load: async () => (await import('./audit/collect.ts')).collectCommand,
    },
  },
  notes: [
    'A snapshot is a folder of saved answers of the AWS command line: `accounts/ACCOUNT.json`, `organization.json` or `organization/`, `resources/*.json`, and events of AWS CloudTrail in `trail`; `policywright audit collect --print` prints the commands that make it. Nothing here calls AWS.',
    'Roles are asked as sessions. Of context keys only those are known that follow from principal, resource and organization: an answer is `certainly` where it holds whatever the others are, else `perhaps`, with the keys. What a file lacks, such as the document of a boundary, makes an answer `perhaps`, too. The root users of accounts are not listed: but for the policies of the organization nothing stops them.',
    'Exit codes: 0 yes, with an answer; 1 no; 2 wrong usage, or a file that cannot be read; 4 only perhaps.',
  ],
  examples: [
    'audit collect --print > collect.sh',
    'audit who-can s3:GetObject arn:aws:s3:::reports/2026.pdf --snapshot snapshot',
    'audit paths --to admin --snapshot snapshot --format html > paths.html',
    'audit external --snapshot snapshot',
    'audit diff yesterday today',
    'audit unused --snapshot snapshot --events trail',
    'audit what-can arn:aws:iam::111122223333:role/deploy --snapshot snapshot --format json',
  ],
};
