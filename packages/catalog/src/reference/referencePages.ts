import { serviceOf } from '../_internals/registry.ts';
import type { ReferencePage } from '../model/referencePage.ts';
import { referencePageNames } from '../overlays/referencePages.ts';
import { referencePage } from './_internals/referencePage.ts';

/**
 * Lists the pages of AWS's Service Authorization Reference that are about a service: one of most, several where several
 * services of AWS share a prefix.
 *
 * @param prefix - the prefix of the service in any letter case: `ecs`.
 * @returns the page with most of the actions first; empty for a service that the catalog does not have.
 */
export function referencePages(prefix: string): readonly ReferencePage[] {
  const service = serviceOf(prefix.toLowerCase());
  return service === undefined ? [] : referencePageNames(service.prefix).map(referencePage);
}
