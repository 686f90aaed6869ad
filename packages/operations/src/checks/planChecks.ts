import type { RequiredCheck } from '../model/check.ts';
import { actionChecks } from './actionChecks.ts';
import type { CallScope } from './callScope.ts';
import { encryptionChecks } from './encryptionChecks.ts';
import { linkedRoleChecks } from './linkedRoleChecks.ts';
import { roleChecks } from './roleChecks.ts';

/** The checks that follow from what is known of the operation alone. */
export function planChecks(scope: CallScope): readonly RequiredCheck[] {
  return [
    ...actionChecks(scope),
    ...roleChecks(scope),
    ...linkedRoleChecks(scope),
    ...encryptionChecks(scope),
  ];
}
