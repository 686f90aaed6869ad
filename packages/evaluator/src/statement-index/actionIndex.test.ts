import { describe, expect, test } from 'vitest';
import { policyOf, type StatementInput } from '../_testing/decideWith.ts';
import { compileSet } from '../compiledSet.ts';
import type { ActionIndex } from './actionIndex.ts';
import { buildResourceTree, type TreeNode } from './resourceTree.ts';

describe('ActionIndex', () => {
  test('remembers a bounded number of actions, whatever is asked', () => {
    const { index } = compileSet({ identity: [policyOf([{ Action: 's3:*' }])] }, {});
    for (let i = 0; i < 20_000; i++) index.lookup(`s3:Action${i}`);
    expect(index.remembered).toBeLessThanOrEqual(4097);
    expect(index.lookup('s3:Action3').tree.always).toHaveLength(1);
  });
});

describe('the statements of an action', () => {
  const indexOf = (statements: readonly StatementInput[]): ActionIndex =>
    compileSet({ identity: [policyOf(statements)] }, {}).index;
  const idsOf = (index: ActionIndex, action: string): number[] =>
    index.lookup(action).tree.always.map(({ id }) => id);

  test('S61, S62: are those of its service, in any letter case, and those of every service', () => {
    const index = indexOf([
      { Action: ['S3:get*', 's3:Put*', 's3-outposts:Get*', 'ec2:*'] },
      { Action: 's3-object-lambda:Get*' },
      { Action: '*' },
      { NotAction: 'ec2:*' },
      { Action: ['sqs:*', '*:*', 'sqs:Send*'] },
    ]);
    expect(idsOf(index, 's3:GetObject')).toEqual([0, 2, 3, 4]);
    expect(idsOf(index, 'EC2:RunInstances')).toEqual([0, 2, 4]);
    expect(idsOf(index, 's3-object-lambda:GetObject')).toEqual([1, 2, 3, 4]);
    expect(idsOf(index, 's3-outposts:GetObject')).toEqual([0, 2, 3, 4]);
    expect(idsOf(index, 'sqs:SendMessage')).toEqual([2, 3, 4]);
    expect(idsOf(index, 'GetObject')).toEqual([2, 3, 4]);
  });

  test('are in the order of the policy set, each once', () => {
    const index = indexOf([
      { Action: ['s3:Get*', 's3:GetObject', 'ec2:*', 's3:*Object'] },
      { Action: '*' },
      { Action: 's3:GetObject' },
      { Action: ['s3:Get*', '*'] },
      { Action: 's3:GetObject' },
    ]);
    expect(idsOf(index, 's3:GetObject')).toEqual([0, 1, 2, 3, 4]);
  });

  test('S65, S67: with equal values, differ by effect and by NotAction', () => {
    const Action = ['s3:Get*', 's*:List*'];
    const index = indexOf([
      { Action },
      { Effect: 'Deny', Action },
      { NotAction: Action },
      { Effect: 'Deny', NotAction: Action },
    ]);
    expect(idsOf(index, 's3:GetObject')).toEqual([0, 1]);
    // An irregular pattern counts where that narrows access.
    expect(idsOf(index, 's3:ListBuckets')).toEqual([1, 3]);
    expect(idsOf(index, 's3:PutObject')).toEqual([2, 3]);
  });

  test('are arranged once for all actions that the same statements cover', () => {
    const index = indexOf([{ Action: 's3:Get*' }, { Action: 's3:*Acl' }]);
    const { tree } = index.lookup('s3:GetObject');
    expect(index.lookup('s3:GetBucket').tree).toBe(tree);
    expect(index.lookup('s3:GetObjectAcl').tree).not.toBe(tree);
    for (let i = 0; i < 10_000; i++) index.lookup(`s3:Action${i}`);
    expect(index.arranged).toBe(3);
  });

  test('are kept in a bounded number of arrangements', () => {
    // A digit of an action decides whether a statement covers it, so that no two are covered by the same ones.
    const actionOf = (number: number): string => `s3:${number.toString(2).padStart(13, '0')}`;
    const index = indexOf(Array.from({ length: 13 }, (_, i) => ({ Action: `s3:${'?'.repeat(i)}1*` })));
    for (let number = 0; number < 6000; number++) index.lookup(actionOf(number));
    expect(index.arranged).toBeLessThanOrEqual(4096);
    expect(idsOf(index, actionOf(5))).toEqual([10, 12]);
  });
});

describe('buildResourceTree', () => {
  /** The patterns that a resource meets on its way through a tree. */
  function met(node: TreeNode | undefined, resource: string): string[] {
    if (node === undefined) return [];
    const at = node.fromEnd ? resource.length - 1 - node.position : node.position;
    return [
      ...node.buckets.map(({ pattern }) => pattern.text),
      ...met(node.bySuffix, resource),
      ...met(node.children?.get(resource.charCodeAt(at)), resource),
    ];
  }
  const treeOf = (resources: readonly string[]): TreeNode | undefined => {
    const { layers } = compileSet({ identity: [policyOf(resources.map((Resource) => ({ Resource })))] }, {});
    return buildResourceTree(layers.flatMap(({ statements }) => statements)).root;
  };

  test('leads a resource to the few patterns that share its first characters', () => {
    const root = treeOf(Array.from({ length: 1000 }, (_, i) => `arn:aws:s3:::bucket-${i}/*`));
    const patterns = met(root, 'arn:aws:s3:::bucket-417/key');
    expect(patterns).toContain('arn:aws:s3:::bucket-417/*');
    expect(patterns.length).toBeLessThanOrEqual(8);
  });

  test('tells patterns that begin alike apart by their last characters', () => {
    const root = treeOf(Array.from({ length: 1000 }, (_, i) => `arn:aws:s3:::b/*/key-${i}`));
    const patterns = met(root, 'arn:aws:s3:::b/x/key-417');
    expect(patterns).toContain('arn:aws:s3:::b/*/key-417');
    expect(patterns.length).toBeLessThanOrEqual(8);
  });

  test('S3, S52: keeps a text apart where version, layer or effect give it another meaning', () => {
    const Resource = 'arn:aws:s3';
    const { layers } = compileSet(
      {
        identity: [policyOf([{ Resource }, { Resource }]), policyOf([{ Resource }], '2008-10-17')],
        scps: [[policyOf([{ Resource }, { Effect: 'Deny', Resource }])]],
      },
      {},
    );
    const { root } = buildResourceTree(layers.flatMap(({ statements }) => statements));
    expect(root?.buckets.map((bucket) => bucket.statements.map(({ id }) => id))).toEqual([
      [0, 1],
      [2],
      [3],
      [4],
    ]);
  });
});
