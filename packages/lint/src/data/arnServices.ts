import { services } from '@policywright/catalog';

let fields: ReadonlySet<string> | undefined;

/** What ARNs of the catalog have as their service, and every prefix; in lower case. Computed once. */
export function serviceFields(): ReadonlySet<string> {
  fields ??= new Set([
    ...services().flatMap((service) => [service.prefix, ...ofFormats(service)]),
    ...OTHERS,
  ]);
  return fields;
}

function ofFormats(service: ReturnType<typeof services>[number]): readonly string[] {
  return service.resourceTypes.flatMap(({ arnFormats }) =>
    arnFormats.map((format) => format.split(':', 3)[2]?.toLowerCase() ?? ''),
  );
}

/** Services whose ARNs exist though the reference has no resource type with them. */
const OTHERS: readonly string[] = ['monitoring'];
