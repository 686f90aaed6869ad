import type { ServiceRule } from './serviceRule.ts';

/**
 * A session that assumes a further role needs sts:SetSourceIdentity in its own policies and in the trust
 * policy; a user of the role's account needs what S172 asks for (rule S203).
 */
export const stsSourceIdentity: ServiceRule = {
  name: 'sts-source-identity',
  rules: ['S203'],
  covers: (action) => action === 'sts:setsourceidentity',
  needsBothSides: ({ kind }) => kind === 'roleSession' || kind === 'role',
};
