import type { CommandGroup } from '../arguments/command.ts';

/** The whole program: its commands, each loaded when it is asked for. */
export const program: CommandGroup = {
  kind: 'group',
  summary: 'test, evaluate and explore AWS IAM policies',
  commands: {
    evaluate: {
      summary: 'decide one scenario and show the trace',
      load: async () => (await import('./evaluate.ts')).evaluate,
    },
    can: {
      summary: 'tell whether a caller can make a call, and what it needs',
      load: async () => (await import('./can.ts')).can,
    },
    why: {
      summary: 'tell why a caller can or cannot make a call, and what would have to change',
      load: async () => (await import('./can.ts')).why,
    },
    test: {
      summary: 'run the scenarios that expect a decision',
      load: async () => (await import('./test.ts')).test,
    },
    lint: {
      summary: 'check policy documents, also those inside templates and answers',
      load: async () => (await import('./lint.ts')).lint,
    },
    explain: {
      summary: 'read an access denied message and tell what was missing',
      load: async () => (await import('./explain.ts')).explain,
    },
    diff: {
      summary: 'tell what a change to policies allows and denies that it did not before',
      load: async () => (await import('./diff.ts')).diff,
    },
    check: {
      summary: 'check that policies give no new access, or none of some kind',
      load: async () => (await import('./check.ts')).check,
    },
    prove: {
      summary: 'prove that policies allow nothing that guard rails forbid',
      load: async () => (await import('./prove.ts')).prove,
    },
    dead: {
      summary: 'find statements without which every request is decided the same',
      load: async () => (await import('./dead.ts')).dead,
    },
    effective: {
      summary: 'tell what policies allow once their Denies have had their say',
      load: async () => (await import('./effective.ts')).effective,
    },
    minimise: {
      summary: 'print a smaller policy that decides the same',
      load: async () => (await import('./minimise.ts')).minimise,
    },
    measure: {
      summary: 'tell how much of the quota of each holder a policy uses',
      load: async () => (await import('./measure.ts')).measure,
    },
    audit: {
      summary: 'tell who can reach what in accounts and organizations',
      load: async () => (await import('./audit.ts')).audit,
    },
    catalog: {
      summary: 'look up services, actions, resource types and condition keys',
      load: async () => (await import('./catalog.ts')).catalog,
    },
    generate: {
      summary: 'write typed constants for the actions of chosen services',
      load: async () => (await import('./generate.ts')).generate,
    },
    init: {
      summary: 'write a configuration, a first scenario and a workflow of CI',
      load: async () => (await import('./init.ts')).init,
    },
    schema: {
      summary: 'print the JSON Schema of scenario files or of the configuration',
      load: async () => (await import('./schema.ts')).schema,
    },
    completion: {
      summary: 'print what makes a shell complete commands, options and their values',
      load: async () => (await import('./completion.ts')).completion,
    },
  },
  notes: [
    'Exit codes, the same for every command: 0 yes (allowed, clean, passed); 1 no (denied, findings, failed); 2 wrong usage or unreadable input; 3 internal error; 4 undecided.',
    'A path of `-` is standard input. Answers go to standard output, diagnostics to standard error. Colours appear on a terminal only; `--no-color`, NO_COLOR and FORCE_COLOR are honoured.',
    '`policywright --version` prints the version.',
  ],
  examples: [
    'evaluate scenario.json',
    'test examples',
    'lint policies --format sarif > lint.sarif',
    'catalog action ecs:RunTask',
    'generate --services ecs,s3 --out src/iam',
  ],
};
