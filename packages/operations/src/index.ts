export type { ActionRequest } from './checks/actionCheck.ts';
export { listChecks } from './checks/listChecks.ts';
export { callRequests, type CheckedRequest } from './decide/callRequests.ts';
export { explainCheck } from './decide/explainCheck.ts';
export { outcomeOf } from './decide/outcomeOf.ts';
export { settleAnew, type SettleAnewOptions } from './decide/settleAnew.ts';
export { settleChecks, type SettleOptions } from './decide/settleChecks.ts';
export { simulateAction } from './decide/simulateAction.ts';
export { simulateOperation } from './decide/simulateOperation.ts';
export { diagnoseCall } from './diagnose/diagnoseCall.ts';
export { diagnoseWorld } from './diagnose/diagnoseWorld.ts';
export { suggestOperation } from './diagnose/suggestOperation.ts';
export type { Check, CheckReason, RequiredCheck } from './model/check.ts';
export { resourcesBehind } from './model/resourcesBehind.ts';
export { resourceTagPrefixes } from './model/resourceTagPrefixes.ts';
export type { OperationCall, OperationInput } from './model/operationCall.ts';
export type { OperationDecision } from './model/operationDecision.ts';
export {
  OPERATION_DIAGNOSTIC_CODES,
  type OperationDiagnostic,
  type OperationDiagnosticCode,
} from './model/operationDiagnostic.ts';
export type { UnlistedNeed } from './model/unlistedNeed.ts';
export type { World } from './model/world.ts';
export { unlistedNeeds } from './template/unlistedNeeds.ts';
