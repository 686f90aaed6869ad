import {
  actionParts,
  isAssumeRoot,
  isIamOperation,
  isPartOfAssuming,
  type ActionParts,
} from './actionParts.ts';
import { arnParts } from './arnParts.ts';
import { actsAsRole } from './caller.ts';
import type { Question } from './question.ts';

/** S197 to S204: what callers cannot do with the credentials they have, or for want of any. */
export function isRefusedToCredentials(question: Question): boolean {
  const action = actionParts(question.request.action);
  return (
    isRefusedToRoot(question, action) ||
    isRefusedToRole(question, action) ||
    isRefusedToSessionToken(question, action) ||
    isRefusedToFederatedUser(question, action) ||
    isRefusedToAnonymous(question, action) ||
    isRefusedToProvider(question, action) ||
    isRefusedToOthers(question, action) ||
    isRefusedAssumeRoot(question, action)
  );
}

function isSts({ service, name }: ActionParts, ...names: readonly string[]): boolean {
  return service === 'sts' && names.includes(name);
}

/** S197: the root user of an account cannot assume a role. */
function isRefusedToRoot({ caller }: Question, action: ActionParts): boolean {
  return caller.kind === 'root' && isSts(action, 'assumerole');
}

/** S198: a role gets no further tokens. */
function isRefusedToRole({ caller }: Question, action: ActionParts): boolean {
  return actsAsRole(caller) && isSts(action, 'getfederationtoken', 'getsessiontoken');
}

/** S199: credentials of GetSessionToken, of a user or root. */
function isRefusedToSessionToken({ caller, policies }: Question, action: ActionParts): boolean {
  const credentials = policies.flags?.credentials;
  if (credentials !== 'session-token' && credentials !== 'session-token-mfa') return false;
  if (caller.kind !== 'user' && caller.kind !== 'root') return false;
  if (action.service === 'sts')
    return !isSts(action, 'assumerole', 'getcalleridentity') && !isPartOfAssuming(action);
  return credentials === 'session-token' && isIamOperation(action);
}

/** S200: credentials of GetFederationToken. */
function isRefusedToFederatedUser({ caller, policies }: Question, action: ActionParts): boolean {
  if (caller.kind !== 'federatedUser') return false;
  if (action.service === 'sts') return !isSts(action, 'getcalleridentity');
  return isIamOperation(action) && policies.flags?.credentials !== 'console';
}

/** S201: whoever signs nothing reaches only what takes unsigned requests. */
function isRefusedToAnonymous({ caller }: Question, action: ActionParts): boolean {
  return caller.kind === 'anonymous' && !takesUnsignedRequests(action);
}

function takesUnsignedRequests({ service, name }: ActionParts): boolean {
  switch (service) {
    case 's3':
      return name !== 'createbucket' && name !== 'listallmybuckets';
    case 'sqs':
    case 'sns':
    case 'vpc-lattice-svcs':
      return true;
    case 'execute-api':
      return name === 'invoke';
    case 'lambda':
      return name === 'invokefunctionurl' || name === 'invokefunction';
    case 'es':
      return name.startsWith('eshttp');
    case 'elasticfilesystem':
      return ['clientmount', 'clientwrite', 'clientrootaccess'].includes(name);
    default:
      return false;
  }
}

const PROVIDER_CALLS = ['assumerolewithsaml', 'assumerolewithwebidentity'];

/** S202: an identity of a provider makes two calls. */
function isRefusedToProvider({ caller }: Question, action: ActionParts): boolean {
  return caller.kind === 'federated' && !isSts(action, ...PROVIDER_CALLS) && !isPartOfAssuming(action);
}

/** S202: nobody else makes these. */
function isRefusedToOthers({ caller }: Question, action: ActionParts): boolean {
  return caller.kind !== 'federated' && isSts(action, ...PROVIDER_CALLS);
}

/** S204: from the management account or IAM's delegated administrator to the root user of a member account. */
function isRefusedAssumeRoot(question: Question, action: ActionParts): boolean {
  if (!isAssumeRoot(action)) return false;
  const { policies, request, caller } = question;
  const target = arnParts(request.resource);
  const isRootUser = target?.service === 'iam' && target.region === '' && target.name === 'root';
  const isAccount = /^[0-9]{12}$/.test(target?.account ?? '');
  const isManaging = policies.flags?.principalInManagementAccount === true;
  const isMember = isAccount && !(isManaging && target?.account === caller.account);
  const mayCall = isManaging || policies.flags?.delegatedAdministrator === true;
  return !isRootUser || !isMember || !mayCall || caller.kind === 'root';
}
