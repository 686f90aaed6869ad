import { SETTLEMENTS } from '../settlement/settlement.ts';
import type { CallerKind } from '../principal/caller.ts';
import type { CredentialKind } from '../request/policySet.ts';
import type { ServiceRule } from './serviceRule.ts';

/** What sessions of AssumeRole, AssumeRoleWithSAML and AssumeRoleWithWebIdentity cannot call (rule S198). */
const NOT_FOR_ROLES: ReadonlySet<string> = new Set(['sts:getfederationtoken', 'sts:getsessiontoken']);

/** What of STS the credentials of GetSessionToken can call, with what belongs to AssumeRole (rule S199). */
const FOR_SESSION_TOKENS: ReadonlySet<string> = new Set([
  'sts:assumerole',
  'sts:getcalleridentity',
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
]);

/** A permission, not an operation of IAM, so that what keeps credentials from IAM's operations leaves it (rule S176). */
const PASS_ROLE = 'iam:passrole';

/**
 * Temporary credentials cannot make every call, whatever policies allow (rules S198 to S200). Whether MFA
 * information is in the request, and whether a federated user works in the console, is for
 * `flags.credentials` to say; unless it does, they count as having neither.
 *
 * Source: "Compare AWS STS credentials", IAM User Guide.
 */
export const temporaryCredentials: ServiceRule[] = [
  {
    name: 'role-sessions',
    rules: ['S198'],
    covers: (action) => NOT_FOR_ROLES.has(action),
    refusal: () => refuse((kind) => kind === 'roleSession' || kind === 'role'),
  },
  {
    name: 'session-tokens-sts',
    rules: ['S199'],
    covers: (action) => action.startsWith('sts:') && !FOR_SESSION_TOKENS.has(action),
    refusal: ({ flags }) => (isSessionToken(flags.credentials) ? refuse(isLongTermKind) : undefined),
  },
  {
    name: 'session-tokens-iam',
    rules: ['S199'],
    covers: isIamOperation,
    refusal: ({ flags }) => (flags.credentials === 'session-token' ? refuse(isLongTermKind) : undefined),
  },
  {
    name: 'federated-sessions-sts',
    rules: ['S200'],
    covers: (action) => action.startsWith('sts:') && action !== 'sts:getcalleridentity',
    refusal: () => refuse((kind) => kind === 'federatedSession'),
  },
  {
    name: 'federated-sessions-iam',
    rules: ['S200'],
    covers: isIamOperation,
    refusal: ({ flags }) =>
      flags.credentials === 'console' ? undefined : refuse((kind) => kind === 'federatedSession'),
  },
];

/** Whether credentials are those of GetSessionToken. */
export function isSessionToken(credentials: CredentialKind | undefined): boolean {
  return credentials === 'session-token' || credentials === 'session-token-mfa';
}

function isIamOperation(action: string): boolean {
  return action.startsWith('iam:') && action !== PASS_ROLE;
}

function isLongTermKind(kind: CallerKind): boolean {
  return kind === 'user' || kind === 'root';
}

function refuse(concerns: (kind: CallerKind) => boolean): ReturnType<NonNullable<ServiceRule['refusal']>> {
  return ({ caller }) => (concerns(caller.kind) ? SETTLEMENTS['credentials-refused'] : undefined);
}
