import type { ResourceFacts } from '../../facts/resourceFacts.ts';

/**
 * The two ARN formats that are written most like a resource, for a help text.
 *
 * @param formats - of the catalog, without repetition; the first come first where none is like the resource.
 * @param facts - the resource, an ARN or not.
 */
export function nearestFormats(formats: readonly string[], { fields }: ResourceFacts): string {
  const [, , ...written] = fields;
  const likeness = (format: string): number => {
    const fieldsOf = format.split(':').slice(2);
    // What is of another service is like it by chance only.
    if (fieldsOf[0] !== written[0]?.toLowerCase()) return 0;
    return written.reduce((sum, field, index) => sum + alike(field, fieldsOf[index] ?? ''), 0);
  };
  return formats
    .toSorted((a, b) => likeness(b) - likeness(a))
    .slice(0, 2)
    .map((format) => `\`${format}\``)
    .join(', ');
}

/** How many characters two fields begin alike; one more where both are empty or neither is. */
function alike(field: string, format: string): number {
  const literal = format.split('${', 1)[0] ?? '';
  let same = (field === '') === (format === '') ? 1 : 0;
  for (
    let at = 0;
    at < literal.length && field.charAt(at).toLowerCase() === literal.charAt(at).toLowerCase();
    at++
  )
    same++;
  return same;
}
