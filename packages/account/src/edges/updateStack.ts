import type { EdgeKind } from './edgeKind.ts';

/** A source updates a stack that has the role. */
export const updateStack: EdgeKind = {
  name: 'update-stack',
  words: 'updates a stack that has the role',
  target: { kind: 'resource', infix: ':stack/' },
  calls: [
    {
      operation: 'cloudformation:UpdateStack',
      input: { StackName: '{target}', TemplateBody: '{}' },
      on: 'target',
    },
  ],
  source: {
    page: 'CloudFormation service role',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
    read: '2026-11-30',
  },
};
