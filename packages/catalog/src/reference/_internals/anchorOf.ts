/** Names that the reference writes otherwise than the catalog: with `<key>` for the variable. */
const OTHERWISE: Readonly<Record<string, string>> = {
  's3:ExistingObjectTag/${key}': 's3_ExistingObjectTag_key',
  's3:RequestObjectTag/${key}': 's3_RequestObjectTag_key',
};

/**
 * The anchor of a resource type or a condition key on a page of the reference, without what its kind puts before it:
 * spaces vanish, and each character other than letters, digits, `.`, `-` and `_` becomes a `_`. As read in the links of
 * the pages on 2026-11-30.
 *
 * @param name - `task-definition`, `aws:RequestTag/${TagKey}`.
 */
export function anchorOf(name: string): string {
  return OTHERWISE[name] ?? name.replaceAll(' ', '').replaceAll(/[^A-Za-z0-9._-]/g, '_');
}
