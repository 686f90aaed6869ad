export { EXIT_CODE, type ExitCode } from './exitCode.ts';
export type {
  FileAccess,
  FileFacts,
  FolderEntry,
  GitAnswer,
  Io,
  Output,
  Thread,
  ThreadStart,
} from './io/io.ts';
export { nodeIo } from './io/nodeIo.ts';
export { run } from './run.ts';
export { can, type CallGiven } from './facade/can.ts';
export { comparePolicies } from './facade/comparePolicies.ts';
export { decide } from './facade/decide.ts';
export { why } from './facade/why.ts';
export type { AccessFinding, Difference } from '@policywright/analyzer';
export type { Decision, Request } from '@policywright/evaluator';
export { fixText, lintText, type Finding, type LintResult } from '@policywright/lint';
export type { OperationDecision } from '@policywright/operations';
export {
  authorizerOf,
  PolicyDocumentError,
  type PoliciesGiven,
  type UncompiledPolicies,
} from '@policywright/scenario';
