import type { AccountData } from './accountData.ts';
import type { IdentityCenter } from './identityCenter.ts';
import type { Organization } from './organization.ts';
import type { ResourceData } from './resourceData.ts';

/** What is known of accounts at one moment. */
export interface Snapshot {
  readonly accounts: readonly AccountData[];
  /** Left out: the accounts are asked as if they belonged to none. */
  readonly organization?: Organization | undefined;
  /** Resources whose policies or tags are known; others are taken to have none. */
  readonly resources?: readonly ResourceData[] | undefined;
  /** Who is assigned which permission sets, where files tell. */
  readonly identityCenter?: IdentityCenter | undefined;
}
