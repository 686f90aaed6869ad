import type { EdgeKind } from './edgeKind.ts';

/** A source replaces the code of a Lambda function. */
export const updateFunctionCode: EdgeKind = {
  name: 'update-function-code',
  words: 'replaces the code of a Lambda function',
  target: { kind: 'resource', infix: ':function:' },
  calls: [{ operation: 'lambda:UpdateFunctionCode', input: { FunctionName: '{target}' }, on: 'target' }],
  source: {
    page: 'UpdateFunctionCode, AWS Lambda API Reference',
    url: 'https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html',
  },
};
