import type { DescribedKey, ServiceDescription } from '@policywright/catalog';
import { bareNames } from './actionBlocks.ts';
import { table } from './block.ts';
import type { Block, Cell } from './page.ts';

/** The condition keys of a service, its own first, with what has them. */
export function keyBlocks({ prefix, conditionKeys }: ServiceDescription): readonly Block[] {
  return table(
    ['CONDITION KEY', 'TYPE', 'VALUES', 'ACTIONS', 'RESOURCE TYPES'],
    conditionKeys.map((key) => rowOf(key, prefix)),
  );
}

function rowOf(key: DescribedKey, prefix: string): readonly Cell[] {
  const { name, url, type, multivalued, actions, resourceTypes } = key;
  const named = actions.length === 0 ? 'none listed' : bareNames(actions, prefix);
  return [{ text: name, url }, type, multivalued ? 'many' : 'one', named, resourceTypes];
}
