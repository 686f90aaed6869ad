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
//   W@0,2>iam:PassRole 1*@1 7                 shapes, what actions that are alike have in common: access levels,
//                                             flags, condition keys, dependent actions; resource types as indices
//                                             (`*` required) with keys and dependents of their own
//   (empty line)
//   Describe Clusters Services                names of actions in order, those with the same first word in one
//                                             line: the word, then the rest of each name
//   (empty line)
//   0012                                      the shape of each action, in that order: an index in base 36, of two
//                                             digits where there are more than 36 shapes
//   (empty line)
//   RunTask|Scenario name|1* 7                scenarios: action, name, resource types
//
// `[X]` stands for `${X}`.

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

/**
 * The flag of an action by what is known of it: whether its dependent actions are, and whether it is permission-only.
 */
export const FLAGS: readonly {
  readonly letter: string;
  readonly dependents: boolean;
  readonly permissionOnly: boolean | undefined;
}[] = [
  { letter: '', dependents: true, permissionOnly: false },
  { letter: '!', dependents: true, permissionOnly: true },
  { letter: '?', dependents: false, permissionOnly: undefined },
  { letter: '-', dependents: false, permissionOnly: false },
  { letter: '=', dependents: false, permissionOnly: true },
];

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

/** The number of digits of an index of a shape. */
export function shapeDigits(shapeCount: number): number {
  return shapeCount > 36 ? 2 : 1;
}

/** The usual head of an ARN format of a service. */
export function arnHead(prefix: string): string {
  return `arn:\${Partition}:${prefix}:\${Region}:\${Account}:`;
}

/** Writes the variables of a text, `[X]`, as AWS does: `${X}`. */
export function toVariables(text: string): string {
  return text.includes('[') ? text.replaceAll('[', '${').replaceAll(']', '}') : text;
}
