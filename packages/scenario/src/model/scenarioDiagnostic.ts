import type { Diagnostic } from '@policywright/policy';

/** The codes that reading a scenario file adds to those of the policy reader. */
export type ScenarioDiagnosticCode =
  | 'scenario-shape'
  | 'scenario-policy'
  | 'scenario-missing-member'
  | 'scenario-unknown-member'
  | 'scenario-duplicate-member'
  | 'scenario-duplicate-id'
  | 'scenario-principal'
  | 'scenario-action'
  | 'scenario-resource'
  | 'scenario-operation'
  | 'scenario-input'
  | 'scenario-world'
  | 'scenario-account'
  | 'scenario-context'
  | 'scenario-flag'
  | 'scenario-grant'
  | 'scenario-default-policy'
  | 'scenario-underlying'
  | 'scenario-reference'
  | 'scenario-referenced-policy'
  | 'scenario-shared'
  | 'scenario-expected';

/** Every code with one line of documentation. */
export const SCENARIO_DIAGNOSTIC_CODES: Readonly<Record<ScenarioDiagnosticCode, string>> = {
  'scenario-shape': 'a value has the wrong JSON type',
  'scenario-policy': 'the file holds a policy, and no scenario',
  'scenario-missing-member': 'a member that a scenario needs is not there',
  'scenario-unknown-member': 'a member that the scenario format does not have',
  'scenario-duplicate-member': 'an object repeats a member name',
  'scenario-duplicate-id': 'two scenarios of one file share an id',
  'scenario-principal': 'the principal is of no known form',
  'scenario-action': 'the action is not of the form prefix:Name',
  'scenario-resource': 'the resource is neither an ARN nor *',
  'scenario-operation':
    'the operation is of no known form or name, or stands beside what belongs to an action',
  'scenario-input': 'the input is none that the operation takes',
  'scenario-world':
    'what is known of resources is of no known form, or contradicts the policies or the context',
  'scenario-account': 'an account is not twelve digits',
  'scenario-context': 'a context value is neither a text, number or boolean, nor a list of those',
  'scenario-flag': 'a flag has a value that it cannot have',
  'scenario-grant': 'a grant names a grantee or an operation that a grant cannot have',
  'scenario-default-policy': 'a default policy is asked for that AWS does not make for the resource',
  'scenario-underlying': 'there are more resource policies than resources',
  'scenario-reference': 'a reference to policies leads to none, or to other ones than are meant',
  'scenario-referenced-policy': 'a policy that a scenario refers to has a finding in its own file',
  'scenario-shared': 'what the scenarios of a file share has an error, which is told at the first of them',
  'scenario-expected': 'the expected decision is none that the scenario can have',
};

/** One finding about a scenario file; `path` and `range` point into that file. */
export type ScenarioDiagnostic = Omit<Diagnostic, 'code'> & {
  readonly code: ScenarioDiagnosticCode | Diagnostic['code'];
};
