import { services } from '@policywright/catalog';
import { formatFields } from './formatFields.ts';
import type { FormatFields } from './formatFields.ts';

let byService: ReadonlyMap<string, readonly FormatFields[]> | undefined;

/**
 * The ARN formats of the catalog whose service field is the one given.
 *
 * @param service - the field as ARNs have it: `s3`.
 */
export function arnFormatsOf(service: string): readonly FormatFields[] {
  byService ??= index();
  return byService.get(service) ?? [];
}

function index(): ReadonlyMap<string, readonly FormatFields[]> {
  const formats = new Map<string, Map<string, FormatFields>>();
  for (const fields of services().flatMap(({ resourceTypes }) => resourceTypes.flatMap(formatFields))) {
    const service = fields.head[1] ?? '';
    const ofService = formats.get(service) ?? new Map<string, FormatFields>();
    formats.set(service, ofService.set(fields.format, fields));
  }
  return new Map([...formats].map(([service, ofService]) => [service, [...ofService.values()]]));
}
