import { parsePolicy, type Policy } from '@policywright/policy';

function policyOf(text: string): Policy {
  const result = parsePolicy(text);
  // INVARIANT: the documents below can be read.
  if (!result.ok) throw new Error('a policy of this module cannot be read');
  return result.policy;
}

let identity: Policy | undefined;
let resource: Policy | undefined;

/** Stands for an identity-based policy or a level of an organization that is not known: it may allow anything. */
export function widestIdentity(): Policy {
  identity ??= policyOf(
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
  );
  return identity;
}

/** Stands for a resource policy that is not known. */
export function widestResource(): Policy {
  resource ??= policyOf(
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}',
  );
  return resource;
}
