import type { AccessFinding } from '@policywright/analyzer';
import type { PolicySet } from '@policywright/evaluator';
import { ownStatement } from '../decide/namedStatement.ts';
import { rcpsOn, type PlacedResource } from '../landscape/placedResource.ts';
import { gapText } from '../model/gap.ts';
import type { NamedStatement } from '../model/reach.ts';
import type { AccessChange, UnknownChange } from '../model/snapshotChanges.ts';
import type { ComparedLandscapes } from './changedPrincipals.ts';
import { GroupedChanges } from './groupedChanges.ts';
import { ChangeProver } from './proveChange.ts';
import { recordText } from './sideText.ts';

/** What changed of resources and of the trust policies of roles. */
export interface ResourceChanges {
  readonly access: readonly AccessChange[];
  readonly unknown: readonly UnknownChange[];
  /** ARNs of those that are not as they were. */
  readonly changed: ReadonlySet<string>;
}

/** What the policies of resources, trust policies and resource control policies give more and less. */
export function changedResources({ before, after, texts }: ComparedLandscapes): ResourceChanges {
  const grouped = new GroupedChanges('resource');
  const prover = new ChangeProver();
  const unknown: UnknownChange[] = [];
  const changed = new Set<string>();
  const roles = [...before.principals, ...after.principals].filter(({ data }) => data.kind === 'role');
  for (const arn of new Set([...before.told, ...after.told, ...roles.map(({ data }) => data.arn)])) {
    const versions = { before: versionOf(arn, before), after: versionOf(arn, after) };
    const known = versions.after ?? versions.before;
    const text = {
      before: versions.before && texts.ofResource(versions.before),
      after: versions.after && texts.ofResource(versions.after),
    };
    const gaps = [
      ...new Set([...(versions.before?.gaps ?? []), ...(versions.after?.gaps ?? [])].map(gapText)),
    ];
    const isTagged = tagsOf(versions.before) !== tagsOf(versions.after);
    if (text.before !== text.after || isTagged || gaps.length > 0) changed.add(arn);
    unknown.push(...gaps.map((gap) => ({ of: arn, why: `${gap} is not known` })));
    if (isTagged && versions.before !== undefined && versions.after !== undefined)
      unknown.push({ of: arn, why: 'its tags changed, for which conditions may ask' });
    if (text.before === text.after || gaps.length > 0 || known === undefined) continue;
    const key = [known.account, isRole(arn) ? 'role' : arn, text.before ?? '-', text.after ?? '-'].join('|');
    const proved = prover.prove(
      key,
      { before: setOf(versions.before), after: setOf(versions.after) },
      { resourceAccount: known.account },
    );
    grouped.add(arn, proved, (finding) => named(finding, arn));
  }
  return { access: grouped.access, unknown: [...unknown, ...grouped.unknown], changed };
}

type Landscapes = ComparedLandscapes['before'];

/** A resource, where the snapshot tells of it. */
function versionOf(arn: string, landscape: Landscapes): PlacedResource | undefined {
  const isKnown = landscape.isTold(arn) || landscape.principal(arn) !== undefined;
  return isKnown ? landscape.resource(arn) : undefined;
}

function isRole(arn: string): boolean {
  return arn.includes(':role/');
}

function tagsOf(resource: PlacedResource | undefined): string {
  const { context = {} } = resource?.side ?? {};
  const tags = Object.entries(context).filter(([key]) => /resourcetag\//i.test(key));
  return recordText(Object.fromEntries(tags));
}

/** A resource that is not there gives nothing. */
function setOf(version: PlacedResource | undefined): PolicySet {
  return { resource: version?.side.policy ?? [], rcps: version && rcpsOn(version) };
}

function named({ statement }: AccessFinding, policy: string): NamedStatement | undefined {
  if (statement === undefined || statement.layer !== 'resource') return undefined;
  return ownStatement(statement, policy);
}
