export { AccountAudit } from './accountAudit.ts';
export { callerInSnapshot, type CallerInSnapshot } from './calls/callerInSnapshot.ts';
export { AccountError, type AccountErrorCode } from './accountError.ts';
export type {
  AccountData,
  AccountGroup,
  AccountPrincipal,
  AttachedPolicy,
  ManagedPolicy,
  TagMap,
} from './model/accountData.ts';
export {
  ACCOUNT_DIAGNOSTIC_CODES,
  type AccountDiagnostic,
  type AccountDiagnosticCode,
} from './model/accountDiagnostic.ts';
export type { CallReach, FailedCheck } from './model/callReach.ts';
export type { ExternalAudit, ExternalParty, ExternalReach, UnknownExternal } from './model/externalReach.ts';
export { gapText, type Gap } from './model/gap.ts';
export type { AssignedIdentity, IdentityCenter, PermissionSet, SignIn } from './model/identityCenter.ts';
export type { ObservedCall, ObservedCaller, ObservedCalls } from './model/observedCall.ts';
export type { Organization, OrganizationNode, OrganizationPolicy } from './model/organization.ts';
export type { NamedStatement, Reach } from './model/reach.ts';
export type { Replay, ReplayedCall } from './model/replay.ts';
export type { ResourceData } from './model/resourceData.ts';
export type {
  AccessChange,
  ChainChange,
  HopChange,
  SnapshotChanges,
  UnknownChange,
} from './model/snapshotChanges.ts';
export type { Snapshot } from './model/snapshot.ts';
export type { UnusedAccess, UnusedAudit } from './model/unusedAccess.ts';
export { AccountReader, readAccount, type AccountsReading } from './read/accountReader.ts';
export { DocumentPool, type PooledPolicy } from './read/documentPool.ts';
export { readOrganization, type OrganizationReading } from './read/readOrganization.ts';
export { SnapshotReader, type SnapshotReading } from './read/snapshotReader.ts';
export { readResources, type ResourcesReading } from './read/readResources.ts';
export type { HopCheck, Path, PathHop, PathNode } from './model/pathHop.ts';
export { compareSnapshots } from './questions/compareSnapshots.ts';
export type { PathEnds } from './questions/pathsBetween.ts';
export { auditShard, type Shard, type ShardAnswers } from './shard/auditShard.ts';
export { mergeShards } from './shard/mergeShards.ts';
export { shardActions } from './shard/shardActions.ts';
export { printShard, readShard } from './shard/shardFile.ts';
export type { ResourceReach, WhatCan } from './questions/whatCan.ts';
export type { WhoCan } from './questions/whoCan.ts';
export type { AskedOperation, WhoCanCall } from './questions/whoCanCall.ts';
export type { AlikeEvents } from './trail/records/eventTimes.ts';
export { EventReader, type EventReaderOptions, type EventsReading } from './trail/eventReader.ts';
export { KEYS_OF_EVENTS, type KeyOfEvents } from './trail/eventFields.ts';
