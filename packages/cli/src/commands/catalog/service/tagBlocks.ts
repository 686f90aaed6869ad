import type { ServiceDescription } from '@policywright/catalog';
import { bareNames } from './actionBlocks.ts';
import { facts, table } from './block.ts';
import type { Block } from './page.ts';

/** Which resource types have which keys of tags, and which actions carry tags. */
export function tagBlocks({ prefix, tags }: ServiceDescription): readonly Block[] {
  const byKeys = new Map<string, { readonly keys: readonly string[]; readonly types: string[] }>();
  for (const { name, keys } of tags.resourceTypes) {
    const known = byKeys.get(keys.join(' '));
    if (known === undefined) byKeys.set(keys.join(' '), { keys, types: [name] });
    else known.types.push(name);
  }
  return [
    ...facts(['tag on create', bareNames(tags.onCreate, prefix)], ['tag', bareNames(tags.tagging, prefix)]),
    ...table(
      ['RESOURCE TYPES', 'KEYS OF TAGS'],
      [...byKeys.values()].map(({ keys, types }) => [types, keys.length === 0 ? 'none' : keys]),
    ),
  ];
}
