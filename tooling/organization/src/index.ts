import { accountFile } from './accountFile.ts';
import { organizationFile } from './organizationTree.ts';
import { Random } from './random.ts';
import { resourceFile } from './resourceFile.ts';

/** What organization to make. */
export interface OrganizationSetting {
  /** Users and roles of all accounts. */
  readonly principals: number;
  /** 200 principals an account if left out. */
  readonly accounts?: number;
  /** 100 if left out. */
  readonly resources?: number;
  /** The same seed, the same files; 1 if left out. */
  readonly seed?: number;
}

/** The files of a snapshot: their text by path. */
export type SnapshotFiles = Readonly<Record<string, string>>;

/**
 * Makes the files of an organization of realistic shape: many principals share few managed policies, most roles are of
 * services, some conditions hang on tags.
 *
 * @param setting - how large.
 */
export function makeOrganization(setting: OrganizationSetting): SnapshotFiles {
  const { principals, resources = 100, seed = 1 } = setting;
  const count = setting.accounts ?? Math.max(1, Math.round(principals / 200));
  const random = new Random(seed);
  const accounts = Array.from({ length: count }, (_, index) => String(111111111111 + index * 1_000_003));
  const files: Record<string, string> = {};
  let left = principals;
  for (const [index, account] of accounts.entries()) {
    const share = Math.round(left / (count - index));
    left -= share;
    files[`accounts/${account}.json`] = JSON.stringify(
      accountFile({ random, account, principals: share, accounts }),
    );
  }
  files['organization.json'] = JSON.stringify(organizationFile(accounts));
  files['resources/all.json'] = JSON.stringify(resourceFile(resources, accounts, random));
  return files;
}
export { trailFiles, type TrailSetting } from './trailFiles.ts';
