import { services } from '@policywright/catalog';
import { formatFields, type FormatFields } from './formatFields.ts';

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
  for (const { prefix, resourceTypes } of services()) {
    for (const fields of resourceTypes.flatMap(formatFields)) {
      const field = fields.head[1] ?? '';
      // Where the service is a variable, ARNs of the service itself have the format in any case.
      const service = field.includes('*') ? prefix : field;
      const ofService = formats.get(service) ?? new Map<string, FormatFields>();
      formats.set(service, ofService.set(fields.format, fields));
    }
  }
  return new Map([...formats].map(([service, ofService]) => [service, [...ofService.values()]]));
}
