import type { SignIn } from '@policywright/account';

/** Through which permission set people have a role: ` (permission set Admins: user ada, group ops of bob, eve)`. */
export function signInText(signIn: SignIn | undefined): string {
  if (signIn === undefined) return '';
  const { permissionSet, assigned } = signIn;
  if (assigned === undefined) return ` (permission set ${permissionSet})`;
  const who = assigned.map(({ kind, id, name = id, members }) =>
    members === undefined ? `${kind} ${name}` : `${kind} ${name} of ${members.join(', ') || 'nobody'}`,
  );
  return ` (permission set ${permissionSet}: ${who.length === 0 ? 'nobody is assigned it' : who.join(', ')})`;
}
