import type { EdgeKind } from './edgeKind.ts';

/** A source replaces the code of a Lambda function. */
export const updateFunctionCode: EdgeKind = {
  name: 'update-function-code',
  words: 'replaces the code of a Lambda function',
  target: { kind: 'resource', infix: ':function:' },
  calls: [{ operation: 'lambda:UpdateFunctionCode', input: { FunctionName: '{target}' }, on: 'target' }],
  source: {
    page: 'update-function-code, AWS CLI Command Reference',
    url: 'https://docs.aws.amazon.com/cli/v1/reference/lambda/update-function-code.html',
    read: '2026-11-30',
  },
};
