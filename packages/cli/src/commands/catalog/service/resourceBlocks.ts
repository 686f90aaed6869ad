import type { ServiceDescription } from '@policywright/catalog';
import { shortArnFormat } from '../arnFormat.ts';
import { table } from './block.ts';
import type { Block, Medium } from './page.ts';

/** The resource types of a service with their ARN formats, and how many actions take each. */
export function resourceBlocks({ resourceTypes }: ServiceDescription, medium: Medium): readonly Block[] {
  return table(
    ['RESOURCE TYPE', 'ACTIONS', 'ARN FORMAT'],
    resourceTypes.flatMap(({ name, url, arnFormats, actions }) =>
      arnFormats.map((format) => [
        { text: name, url },
        String(actions.length),
        medium === 'screen' ? shortArnFormat(format) : format,
      ]),
    ),
  );
}
