import type { NamedResource, RequestScope } from './scope.ts';

/**
 * The role of a name. Its path is not told, unless the world has the role without one: names of roles are unique in an account.
 *
 * @param name - without path.
 * @param scope - where the call is made.
 */
export function roleByName(
  name: string,
  { partition, account, world }: Pick<RequestScope, 'partition' | 'account' | 'world'>,
): NamedResource {
  const roles = `arn:${partition}:iam::${account}:role/`;
  if (world.trustOf?.(roles + name) !== undefined)
    return { type: 'role', arn: roles + name, pattern: roles + name };
  return { type: 'role', arn: undefined, pattern: `${roles}*${name}` };
}
