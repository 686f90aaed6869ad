import type { EdgeKind } from './edgeKind.ts';

/** A source changes a CodeBuild project and builds it. */
export const updateProject: EdgeKind = {
  name: 'update-project',
  words: 'changes a CodeBuild project and builds it',
  target: { kind: 'resource', infix: ':project/' },
  calls: [
    { operation: 'codebuild:UpdateProject', input: { name: '{name}' }, on: 'target' },
    { operation: 'codebuild:StartBuild', input: { projectName: '{name}' }, on: 'target' },
  ],
  source: {
    page: 'update-project, AWS CLI Command Reference',
    url: 'https://docs.aws.amazon.com/goto/aws-cli/codebuild-2016-10-06/UpdateProject',
    read: '2026-11-30',
  },
};
