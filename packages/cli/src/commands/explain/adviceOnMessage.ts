import type { AccessDenied } from '@policywright/evaluator';

/** What to do with a message that tells too little. */
export interface Advice {
  /** What is missing: lower case, no final full stop. */
  readonly message: string;
  readonly help: string;
}

/**
 * What to do with an access-denied message that names no request, or that holds more than it shows.
 *
 * @param denied - the message, read.
 * @returns `undefined` where the message shows all that it holds.
 */
export function adviceOn(denied: AccessDenied): Advice | undefined {
  if (denied.encodedMessage !== undefined)
    return {
      message:
        denied.action === undefined
          ? 'the message is encoded: it does not show the request'
          : 'the message has an encoded part, which holds the context of the request',
      help: `decode it with \`aws sts decode-authorization-message --encoded-message ${denied.encodedMessage}\`, which takes the permission for sts:DecodeAuthorizationMessage, and give the answer to \`policywright explain --error -\``,
    };
  if (denied.form === 'ciphertext')
    return {
      message: 'AWS KMS does not say whether the key is missing or the permission for it',
      help: 'check that the key exists in this account and Region and is the one that encrypted the data, and that the key policy and the policies of the caller allow kms:Decrypt on it; to decide that request, put it into a scenario and give it with `--scenario FILE`',
    };
  if (denied.form !== 'brief') return undefined;
  return {
    message: `access was denied, and the message does not say what was asked${known(denied)}`,
    help: SEARCH,
  };
}

const SEARCH =
  'find the call in AWS CloudTrail (userIdentity, eventName, requestParameters; calls on objects and items only with data events), then put principal, action and resource into a scenario and give it with `--scenario FILE`; where the resource is in another account, only its owner sees more';

function known({ operation, principal, kind }: AccessDenied): string {
  const facts = [
    operation && `the operation was ${operation}`,
    principal && `the principal ${principal}`,
    kind === 'explicitDeny' && 'a Deny statement refused it',
  ].filter((fact) => typeof fact === 'string');
  return facts.length === 0 ? '' : `; known is: ${facts.join(', ')}`;
}
