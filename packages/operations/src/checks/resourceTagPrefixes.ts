/**
 * The starts of the keys that hold the tags of a resource.
 *
 * @param action - that asks for the resource; keys with the prefix of its service are among them.
 * @param type - of the resource.
 */
export function resourceTagPrefixes(action: string, type: string | undefined): readonly string[] {
  const service = action.slice(0, action.indexOf(':'));
  const prefixes = ['aws:ResourceTag/', `${service}:ResourceTag/`];
  // Amazon S3 has a name of its own for the tags of objects.
  return service === 's3' && type === 'object' ? [...prefixes, 's3:ExistingObjectTag/'] : prefixes;
}
