/**
 * The starts of the context keys that hold the tags of a resource.
 *
 * @param service - prefix of the service that the resource is asked of: `s3`.
 * @param type - of the resource, as the catalog names it; `undefined` where it is not known.
 * @returns with the slash: `aws:ResourceTag/`.
 */
export function resourceTagPrefixes(service: string, type: string | undefined): readonly string[] {
  const prefixes = ['aws:ResourceTag/', `${service}:ResourceTag/`];
  // Amazon S3 has a name of its own for the tags of objects.
  return service === 's3' && type === 'object' ? [...prefixes, 's3:ExistingObjectTag/'] : prefixes;
}

/** The same for an action, by the service in its name. */
export function tagPrefixesFor(action: string, type: string | undefined): readonly string[] {
  return resourceTagPrefixes(action.slice(0, action.indexOf(':')), type);
}
