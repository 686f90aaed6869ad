import { addToGroup } from './addToGroup.ts';
import { assumeRole } from './assumeRole.ts';
import { attachGroupPolicy } from './attachGroupPolicy.ts';
import { attachRolePolicy } from './attachRolePolicy.ts';
import { attachUserPolicy } from './attachUserPolicy.ts';
import { createAccessKey } from './createAccessKey.ts';
import { createLoginProfile } from './createLoginProfile.ts';
import { createPolicyVersion } from './createPolicyVersion.ts';
import { executeCommand } from './executeCommand.ts';
import { openNotebook } from './openNotebook.ts';
import { passRole } from './passRole.ts';
import { putGroupPolicy } from './putGroupPolicy.ts';
import { putRolePolicy } from './putRolePolicy.ts';
import { putUserPolicy } from './putUserPolicy.ts';
import { sendCommand } from './sendCommand.ts';
import { setDefaultPolicyVersion } from './setDefaultPolicyVersion.ts';
import { startSession } from './startSession.ts';
import { updateFunctionCode } from './updateFunctionCode.ts';
import { updateJob } from './updateJob.ts';
import { updateLoginProfile } from './updateLoginProfile.ts';
import { updateProject } from './updateProject.ts';
import { updateStack } from './updateStack.ts';
import { updateStateMachine } from './updateStateMachine.ts';
import { updateTrust } from './updateTrust.ts';
import type { EdgeKind } from './edgeKind.ts';

/** All ways to become somebody else that are looked for. */
export const EDGE_KINDS: readonly EdgeKind[] = [
  assumeRole,
  createAccessKey,
  createLoginProfile,
  updateLoginProfile,
  updateTrust,
  putUserPolicy,
  attachUserPolicy,
  putRolePolicy,
  attachRolePolicy,
  putGroupPolicy,
  attachGroupPolicy,
  addToGroup,
  createPolicyVersion,
  setDefaultPolicyVersion,
  ...passRole,
  updateFunctionCode,
  sendCommand,
  startSession,
  executeCommand,
  updateStack,
  updateProject,
  updateJob,
  updateStateMachine,
  openNotebook,
];
