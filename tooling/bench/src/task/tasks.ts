import type { auditTask } from '../audit/auditTask.ts';
import type { writeSnapshotTask } from '../audit/snapshotFolder.ts';
import type { catalogColdTask, catalogMemoryTask, catalogWarmTask } from '../catalog/catalogTask.ts';
import type { completionTask } from '../generated-code/completionTask.ts';
import type { typeCheckTask } from '../generated-code/typeCheckTask.ts';
import type { allocationTask } from './allocationTask.ts';
import type { bulkTask } from './bulkTask.ts';
import type { decideTask } from './decideTask.ts';
import type { explainTask } from './explainTask.ts';
import type { growthTask } from './growthTask.ts';
import type { hostileTask } from './hostileTask.ts';
import type { hostilePeerTask } from './hostilePeerTask.ts';
import type { hugePolicyTask } from './hugePolicyTask.ts';
import type { importTask } from './importTask.ts';
import type { managedPoliciesTask } from './managedPoliciesTask.ts';
import type { mapGetTask } from './mapGetTask.ts';
import type { proofPeerTask } from './proofPeerTask.ts';
import type { smallPolicyTask } from './smallPolicyTask.ts';
import type { versionsTask } from './versionsTask.ts';

/** The tasks by name. */
export interface Tasks {
  readonly allocation: typeof allocationTask;
  readonly audit: typeof auditTask;
  readonly bulk: typeof bulkTask;
  readonly catalogCold: typeof catalogColdTask;
  readonly catalogMemory: typeof catalogMemoryTask;
  readonly catalogWarm: typeof catalogWarmTask;
  readonly completion: typeof completionTask;
  readonly decide: typeof decideTask;
  readonly explain: typeof explainTask;
  readonly growth: typeof growthTask;
  readonly hostile: typeof hostileTask;
  readonly hostilePeer: typeof hostilePeerTask;
  readonly hugePolicy: typeof hugePolicyTask;
  readonly import: typeof importTask;
  readonly managedPolicies: typeof managedPoliciesTask;
  readonly mapGet: typeof mapGetTask;
  readonly proofPeer: typeof proofPeerTask;
  readonly smallPolicy: typeof smallPolicyTask;
  readonly typeCheck: typeof typeCheckTask;
  readonly versions: typeof versionsTask;
  readonly writeSnapshot: typeof writeSnapshotTask;
}

/** What runs in a process of its own, and is loaded there only. */
export const TASKS: { readonly [Name in keyof Tasks]: () => Promise<Tasks[Name]> } = {
  allocation: async () => (await import('./allocationTask.ts')).allocationTask,
  audit: async () => (await import('../audit/auditTask.ts')).auditTask,
  bulk: async () => (await import('./bulkTask.ts')).bulkTask,
  catalogCold: async () => (await import('../catalog/catalogTask.ts')).catalogColdTask,
  catalogMemory: async () => (await import('../catalog/catalogTask.ts')).catalogMemoryTask,
  catalogWarm: async () => (await import('../catalog/catalogTask.ts')).catalogWarmTask,
  completion: async () => (await import('../generated-code/completionTask.ts')).completionTask,
  decide: async () => (await import('./decideTask.ts')).decideTask,
  explain: async () => (await import('./explainTask.ts')).explainTask,
  growth: async () => (await import('./growthTask.ts')).growthTask,
  hostile: async () => (await import('./hostileTask.ts')).hostileTask,
  hostilePeer: async () => (await import('./hostilePeerTask.ts')).hostilePeerTask,
  hugePolicy: async () => (await import('./hugePolicyTask.ts')).hugePolicyTask,
  import: async () => (await import('./importTask.ts')).importTask,
  managedPolicies: async () => (await import('./managedPoliciesTask.ts')).managedPoliciesTask,
  mapGet: async () => (await import('./mapGetTask.ts')).mapGetTask,
  proofPeer: async () => (await import('./proofPeerTask.ts')).proofPeerTask,
  smallPolicy: async () => (await import('./smallPolicyTask.ts')).smallPolicyTask,
  typeCheck: async () => (await import('../generated-code/typeCheckTask.ts')).typeCheckTask,
  versions: async () => (await import('./versionsTask.ts')).versionsTask,
  writeSnapshot: async () => (await import('../audit/snapshotFolder.ts')).writeSnapshotTask,
};
