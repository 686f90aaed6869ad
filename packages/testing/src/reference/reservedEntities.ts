import { isOfAnotherAccount } from './accounts.ts';
import { actionParts } from './actionParts.ts';
import { arnParts } from './arnParts.ts';
import { isServiceLinked } from './caller.ts';
import type { Question } from './question.ts';

/** S196: customers do not change what AWS manages in their accounts. */
export function changesWhatAwsManages(question: Question): boolean {
  const { request, caller, policies } = question;
  if (caller.kind === 'service') return false;
  const { service, name } = actionParts(request.action);
  // Roles of services look after what IAM reserves, such as the roles of IAM Identity Center.
  if (service === 'iam')
    return !isServiceLinked(caller, policies.flags) && changesReservedEntity(request.resource, name);
  if (service !== 'kms') return false;
  return changesReservedAlias(request.resource, name) || touchesManagedKey(question, name);
}

/** What changes a policy or a role. */
const CHANGES = [
  'createpolicyversion',
  'deletepolicy',
  'deletepolicyversion',
  'setdefaultpolicyversion',
  'tagpolicy',
  'untagpolicy',
  'addroletoinstanceprofile',
  'removerolefrominstanceprofile',
  'attachrolepolicy',
  'deleterole',
  'deleterolepermissionsboundary',
  'deleterolepolicy',
  'detachrolepolicy',
  'putrolepermissionsboundary',
  'putrolepolicy',
  'updateassumerolepolicy',
];

/** What a customer may change of a service-linked role, but not of a reserved one. */
const DESCRIPTION_CHANGES = ['tagrole', 'untagrole', 'updaterole', 'updateroledescription'];

function changesReservedEntity(resource: string, name: string): boolean {
  if (resource.includes(':role/aws-reserved/')) return [...CHANGES, ...DESCRIPTION_CHANGES].includes(name);
  return (
    (isManagedPolicy(resource) || resource.includes(':role/aws-service-role/')) && CHANGES.includes(name)
  );
}

function isManagedPolicy(resource: string): boolean {
  const arn = arnParts(resource);
  return (
    arn?.service === 'iam' && arn.region === '' && arn.account === 'aws' && arn.name.startsWith('policy/')
  );
}

function changesReservedAlias(resource: string, name: string): boolean {
  return resource.includes(':alias/aws/') && ['createalias', 'deletealias', 'updatealias'].includes(name);
}

const KEY_CHANGES = [
  'cancelkeydeletion',
  'createalias',
  'deletealias',
  'deleteimportedkeymaterial',
  'disablekey',
  'disablekeyrotation',
  'enablekey',
  'enablekeyrotation',
  'importkeymaterial',
  'putkeypolicy',
  'replicatekey',
  'rotatekeyondemand',
  'schedulekeydeletion',
  'tagresource',
  'untagresource',
  'updatealias',
  'updatekeydescription',
  'updateprimaryregion',
];

/** A key that AWS manages is not changed, and not used from other accounts. */
function touchesManagedKey(question: Question, name: string): boolean {
  if (question.policies.flags?.awsManagedKey !== true) return false;
  return KEY_CHANGES.includes(name) || isOfAnotherAccount(question);
}
