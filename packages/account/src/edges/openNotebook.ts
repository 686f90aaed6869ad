import type { EdgeKind } from './edgeKind.ts';

/** A source opens a SageMaker notebook. */
export const openNotebook: EdgeKind = {
  name: 'open-notebook',
  words: 'opens a SageMaker notebook',
  target: { kind: 'resource', infix: ':notebook-instance/' },
  calls: [
    {
      operation: 'sagemaker:CreatePresignedNotebookInstanceUrl',
      input: { NotebookInstanceName: '{name}' },
      on: 'target',
    },
  ],
  source: {
    page: 'CreatePresignedNotebookInstanceUrl, Amazon SageMaker API Reference',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedNotebookInstanceUrl.html',
    read: '2026-11-30',
  },
};
