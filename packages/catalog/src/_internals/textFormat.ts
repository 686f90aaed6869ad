import type { AccessLevel } from '../model/accessLevel.ts';
import type { ConditionKeyType } from '../model/conditionKey.ts';

// The compact text of one service. It is written by tooling/catalog-import and read by catalogService.ts.
//
//   ecs +Amazon Elastic Container Service     prefix and name; `+`: RCPs apply to the service
//   A:cluster|saws:TagKeys|...                condition keys: type letter (lower case: multivalued), then
//                                             the name; a leading `:` stands for the service's own prefix;
//                                             `-` where there are none
//   cluster=~cluster/[ClusterName]@1,4        resource types: name, ARN formats split by `|`, condition keys
//   (empty line)                              as indices in base 36; `~` is `arn:[Partition]:ecs:[Region]:[Account]:`
//   W@0,2>iam:PassRole 1*@1 7:aCluster        one line for all actions that are alike: access levels, flags,
//                                             condition keys, dependent actions; resource types as indices
//                                             (`*` required) with keys and dependents of their own; the names
//   (empty line)
//   RunTask|Scenario name|1* 7                scenarios: action, name, resource types
//
// `[X]` stands for `${X}`. In front of a name of an action, a lower-case letter stands for a frequent
// verb and `=` says that the rest is to be taken as it is.

/** Access levels by the letter that stands for them. */
export const LEVELS: Readonly<Record<string, readonly AccessLevel[]>> = {
  L: ['List'],
  R: ['Read'],
  W: ['Write'],
  P: ['Write', 'Permissions management'],
  T: ['Write', 'Tagging'],
  p: ['Permissions management'],
  t: ['Tagging'],
  r: ['Read', 'Write'],
};

/** The flag of actions that are permission-only. */
export const PERMISSION_ONLY = '!';
/** The flag of actions that are newer than the source of dependent and permission-only facts. */
export const NOT_IN_OVERLAY = '?';

/** Condition key types by upper-case letter. */
export const KEY_TYPES: Readonly<Record<string, ConditionKeyType>> = {
  S: 'String',
  A: 'ARN',
  B: 'Bool',
  N: 'Numeric',
  D: 'Date',
  I: 'IPAddress',
  Y: 'Binary',
};

/** Frequent first words of action names, from `a` to `z`. */
export const VERBS: readonly string[] = [
  'List',
  'Get',
  'Delete',
  'Create',
  'Update',
  'Describe',
  'Put',
  'Start',
  'Batch',
  'Tag',
  'Untag',
  'Associate',
  'Disassociate',
  'Stop',
  'Modify',
  'Cancel',
  'Search',
  'Send',
  'Register',
  'Set',
  'Enable',
  'Disable',
  'Add',
  'Remove',
  'Deregister',
  'Invoke',
];

/** The usual head of an ARN format of a service. */
export function arnHead(prefix: string): string {
  return `arn:\${Partition}:${prefix}:\${Region}:\${Account}:`;
}

/** Writes the variables of a text, `[X]`, as AWS does: `${X}`. */
export function toVariables(text: string): string {
  return text.includes('[') ? text.replaceAll('[', '${').replaceAll(']', '}') : text;
}
