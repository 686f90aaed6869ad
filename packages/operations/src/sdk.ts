export type { Caller, CallerWorld, InitializeMiddleware, MiddlewareContext } from './sdk/callOf.ts';
export { enforcePolicies, type EnforceOptions } from './sdk/enforcePolicies.ts';
export { guardSend, type SendingClient } from './sdk/guardSend.ts';
export { recordCalls, type CallLog, type RecordedCall } from './sdk/recordCalls.ts';
export { RefusedCallError, UndecidedCallError } from './sdk/refusal.ts';
