import { describe, expect, it } from 'vitest';
import { policyOf } from '../_testing/decideWith.ts';
import { compileSet } from '../compiledSet.ts';
import { buildResourceTree, type TreeNode } from './resourceTree.ts';

describe('ActionIndex', () => {
  it('remembers a bounded number of actions, whatever is asked', () => {
    const { index } = compileSet({ identity: [policyOf([{ Action: 's3:*' }])] }, {});
    for (let i = 0; i < 20_000; i++) index.lookup(`s3:Action${i}`);
    expect(index.remembered).toBeLessThanOrEqual(4097);
    expect(index.lookup('s3:Action3').tree.always).toHaveLength(1);
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
    const { statements } = compileSet(
      { identity: [policyOf(resources.map((Resource) => ({ Resource })))] },
      {},
    );
    return buildResourceTree(statements).root;
  };

  it('leads a resource to the few patterns that share its first characters', () => {
    const root = treeOf(Array.from({ length: 1000 }, (_, i) => `arn:aws:s3:::bucket-${i}/*`));
    const patterns = met(root, 'arn:aws:s3:::bucket-417/key');
    expect(patterns).toContain('arn:aws:s3:::bucket-417/*');
    expect(patterns.length).toBeLessThanOrEqual(8);
  });

  it('tells patterns that begin alike apart by their last characters', () => {
    const root = treeOf(Array.from({ length: 1000 }, (_, i) => `arn:aws:s3:::b/*/key-${i}`));
    const patterns = met(root, 'arn:aws:s3:::b/x/key-417');
    expect(patterns).toContain('arn:aws:s3:::b/*/key-417');
    expect(patterns.length).toBeLessThanOrEqual(8);
  });
});
