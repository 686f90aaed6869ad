import { changedChains } from '../compare/changedChains.ts';
import { changedHops } from '../compare/changedHops.ts';
import { changedPrincipals } from '../compare/changedPrincipals.ts';
import { changedResources } from '../compare/changedResources.ts';
import { contentOf, PolicyNumbers } from '../decide/policyNumbers.ts';
import { SideTexts } from '../compare/sideText.ts';
import { Landscape } from '../landscape/landscape.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { SnapshotChanges } from '../model/snapshotChanges.ts';

/**
 * Tells what principals won and lost between two snapshots, what resources and roles give more and less, and which hops and chains
 * of paths there are now. Only what is not the same in both is looked at, and equal changes are proved once.
 *
 * By its own policies a principal wins what those allow on resources that leave it to its account; what a resource gives it by
 * name, the resource wins for it.
 *
 * @param before - accounts as they were; read with one `DocumentPool`, equal documents are told at once.
 * @param after - as they are.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): SnapshotChanges {
  const landscapes = { before: new Landscape(before), after: new Landscape(after) };
  const texts = new SideTexts(new PolicyNumbers());
  const principals = changedPrincipals({ ...landscapes, texts });
  const resources = changedResources({ ...landscapes, texts });
  const scope = {
    principals: new Set([
      ...principals.changed,
      ...resources.changed,
      ...usersOfChangedGroups(before, after),
      ...holdersOfVersions(before, after),
    ]),
    resources: resources.changed,
  };
  const hops = changedHops(landscapes.before, landscapes.after, scope);
  return {
    access: [...principals.access, ...resources.access],
    hops,
    chains: changedChains(landscapes.before, landscapes.after, hops),
    added: principals.added,
    removed: principals.removed,
    unknown: [...principals.unknown, ...resources.unknown],
  };
}

/** Whoever may join a group gains what it has now. */
function usersOfChangedGroups(before: Snapshot, after: Snapshot): readonly string[] {
  const textsOf = ({ accounts }: Snapshot): ReadonlyMap<string, string> =>
    new Map(
      accounts.map(({ account, groups }) => [
        account,
        JSON.stringify(
          groups.map(({ arn, policies }) => [arn, policies.map(({ policy }) => contentOf(policy))]),
        ),
      ]),
    );
  const [old, now] = [textsOf(before), textsOf(after)];
  return [...before.accounts, ...after.accounts]
    .filter(({ account }) => old.get(account) !== now.get(account))
    .flatMap(({ principals }) => principals.filter(({ kind }) => kind === 'user').map(({ arn }) => arn));
}

/** Whoever holds a policy that has other versions now, or no longer, may gain those. */
function holdersOfVersions(before: Snapshot, after: Snapshot): readonly string[] {
  const versionsOf = ({ accounts }: Snapshot): ReadonlyMap<string, boolean> =>
    new Map(
      accounts.flatMap(({ managed }) => managed.map((one) => [one.arn, one.hasOtherVersions] as const)),
    );
  const [old, now] = [versionsOf(before), versionsOf(after)];
  const changed = new Set([...old.keys(), ...now.keys()].filter((arn) => old.get(arn) !== now.get(arn)));
  return [...before.accounts, ...after.accounts].flatMap(({ principals }) =>
    principals.filter(({ policies }) => policies.some(({ name }) => changed.has(name))).map(({ arn }) => arn),
  );
}
