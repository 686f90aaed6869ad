import type { CommandGroup } from '../arguments/command.ts';

/** `policywright catalog`: looks things up in the catalog of services. */
export const catalog: CommandGroup = {
  kind: 'group',
  summary: 'look up services, actions, resource types and condition keys',
  commands: {
    services: {
      summary: 'list the services, or those whose prefix or name holds a text',
      load: async () => (await import('./catalog/services.ts')).servicesCommand,
    },
    service: {
      summary: 'tell how a service works with IAM, as the page of AWS of that name does',
      load: async () => (await import('./catalog/service.ts')).serviceCommand,
    },
    actions: {
      summary: 'list the actions that a pattern matches',
      load: async () => (await import('./catalog/actions.ts')).actionsCommand,
    },
    action: {
      summary: 'tell all about one action',
      load: async () => (await import('./catalog/action.ts')).actionCommand,
    },
    resources: {
      summary: 'list the resource types of a service with their ARN formats',
      load: async () => (await import('./catalog/resources.ts')).resourcesCommand,
    },
    keys: {
      summary: 'list the condition keys of a service, or look one up',
      load: async () => (await import('./catalog/keys.ts')).keysCommand,
    },
    expand: {
      summary: 'print the names of the actions that patterns match',
      load: async () => (await import('./catalog/expand.ts')).expandCommand,
    },
    shrink: {
      summary: 'print few patterns that match exactly the given actions',
      load: async () => (await import('./catalog/shrink.ts')).shrinkCommand,
    },
    arn: {
      summary: 'tell which resource types an ARN can be of',
      load: async () => (await import('./catalog/arn.ts')).arnCommand,
    },
    permissions: {
      summary: 'list the permissions that the caller of an operation needs',
      load: async () => (await import('./catalog/permissions.ts')).permissionsCommand,
    },
    features: {
      summary: 'tell which IAM features a service supports',
      load: async () => (await import('./catalog/features.ts')).featuresCommand,
    },
    search: {
      summary: 'search services, actions, resource types and condition keys for words',
      load: async () => (await import('./catalog/search.ts')).searchCommand,
    },
    snapshot: {
      summary: 'print the whole catalog as JSON, to compare another version with',
      load: async () => (await import('./catalog/snapshot.ts')).snapshotCommand,
    },
    diff: {
      summary: 'tell what differs between two catalogs',
      load: async () => (await import('./catalog/diff.ts')).diffCommand,
    },
    info: {
      summary: 'tell the version, size and sources of the catalog',
      load: async () => (await import('./catalog/info.ts')).infoCommand,
    },
  },
  notes: [
    'On a terminal the answers are tables; otherwise each row is one line with tabs between the cells and no headings.',
    'Exit code: 0 found; 1 the catalog has no such name, with the closest names as help, or catalogs differ; 2 wrong usage.',
  ],
  examples: [
    'catalog services container',
    'catalog service ecs',
    "catalog actions 'ecs:*Task*'",
    'catalog action ecs:RunTask',
    'catalog keys aws:ResourceTag/team',
  ],
};
