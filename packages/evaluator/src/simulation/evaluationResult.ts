/** A decision in the words of the policy simulator. */
export type PolicyEvaluationDecision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** A place in a policy document: lines and columns count from 1. */
export interface SimulationPosition {
  Line?: number;
  Column?: number;
}

/** A statement that takes part in a simulated decision. */
export interface SimulatedStatement {
  /** The policy's name, or its place in the simulator's input: `PolicyInputList.1`. */
  SourcePolicyId?: string;
  SourcePolicyType?: 'none' | 'resource';
  StartPosition?: SimulationPosition;
  EndPosition?: SimulationPosition;
}

/**
 * The outcome of one action on one resource, in the form in which `SimulateCustomPolicy` of IAM returns it.
 * Assignable to `EvaluationResult` of `@aws-sdk/client-iam`.
 */
export interface EvaluationResult {
  EvalActionName: string;
  EvalResourceName?: string;
  EvalDecision: PolicyEvaluationDecision;
  MatchedStatements?: SimulatedStatement[];
  /** Context keys that were not given and that can change the answer. */
  MissingContextValues?: string[];
  OrganizationsDecisionDetail?: { AllowedByOrganizations?: boolean };
  PermissionsBoundaryDecisionDetail?: { AllowedByPermissionsBoundary?: boolean };
}
