import type { AccessFinding, AnalyzerOptions } from '@policywright/analyzer';
import type { PolicySet } from '@policywright/evaluator';
import { policyFromValue, type Policy } from '@policywright/policy';
import { nameStatement } from '../decide/namedStatement.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import { gapText } from '../model/gap.ts';
import type { NamedStatement } from '../model/reach.ts';
import type { AccessChange, UnknownChange } from '../model/snapshotChanges.ts';
import { GroupedChanges } from './groupedChanges.ts';
import { contentOf } from '../decide/policyNumbers.ts';
import { ChangeProver } from './proveChange.ts';
import { recordText, type SideTexts } from './sideText.ts';

/** Both snapshots, and how their sides are told apart. */
export interface ComparedLandscapes {
  readonly before: Landscape;
  readonly after: Landscape;
  readonly texts: SideTexts;
}

/** What changed of principals. */
export interface PrincipalChanges {
  readonly access: readonly AccessChange[];
  readonly unknown: readonly UnknownChange[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** ARNs of those that are not as they were. */
  readonly changed: ReadonlySet<string>;
}

/** A principal in both snapshots. */
interface Versions {
  readonly arn: string;
  readonly before: PlacedPrincipal | undefined;
  readonly after: PlacedPrincipal | undefined;
}

/** What principals win and lose by their own policies, boundaries and service control policies. */
export function changedPrincipals({ before, after, texts }: ComparedLandscapes): PrincipalChanges {
  const grouped = new GroupedChanges('principal');
  const prover = new ChangeProver();
  const unknown: UnknownChange[] = [];
  const changed = new Set<string>();
  const arns = new Set([...before.principals, ...after.principals].map(({ data }) => data.arn));
  for (const arn of arns) {
    const versions = { arn, before: before.principal(arn), after: after.principal(arn) };
    const text = textsOf(versions, texts);
    const gaps = [
      ...new Set([...(versions.before?.gaps ?? []), ...(versions.after?.gaps ?? [])].map(gapText)),
    ];
    const isSame = text.before === text.after;
    const isTagged = tagsOf(versions.before) !== tagsOf(versions.after);
    if (!isSame || isTagged || gaps.length > 0) changed.add(arn);
    unknown.push(...gaps.map((gap) => ({ of: arn, why: `${gap} is not known` })));
    if (isTagged && asksForTags(versions))
      unknown.push({ of: arn, why: 'its tags changed, and conditions ask for them' });
    if (isSame || gaps.length > 0) continue;
    const proved = prover.prove(keyOf(versions, text), setsOf(versions), optionsOf(versions));
    const nameOf = (finding: AccessFinding): NamedStatement | undefined =>
      named(finding, versions, { before, after });
    grouped.add(arn, proved, nameOf);
  }
  return {
    access: grouped.access,
    unknown: [...unknown, ...grouped.unknown],
    added: [...arns].filter((arn) => before.principal(arn) === undefined),
    removed: [...arns].filter((arn) => after.principal(arn) === undefined),
    changed,
  };
}

interface VersionTexts {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function textsOf({ before, after }: Versions, texts: SideTexts): VersionTexts {
  return {
    before: before && texts.ofPrincipal(before),
    after: after && texts.ofPrincipal(after),
  };
}

function tagsOf(principal: PlacedPrincipal | undefined): string | undefined {
  return principal && recordText(principal.data.tags);
}

/** Changes are the same for all principals of an account of which policies ask nothing. */
function keyOf(versions: Versions, { before, after }: VersionTexts): string {
  const { data } = knownOf(versions);
  const isOwn = policiesOf(versions).some((policy) => ASKS_FOR_CALLER.test(contentOf(policy)));
  return [data.account, data.kind, before ?? '-', after ?? '-', isOwn ? data.arn : ''].join('|');
}

const ASKS_FOR_CALLER = /aws:(?:principal|userid|username)/i;
const ASKS_FOR_TAGS = /aws:principaltag/i;

function asksForTags(versions: Versions): boolean {
  return policiesOf(versions).some((policy) => ASKS_FOR_TAGS.test(contentOf(policy)));
}

function policiesOf({ before, after }: Versions): readonly Policy[] {
  return [before, after].flatMap((version) => {
    const { identity = [], boundary = [], scps = [] } = version?.side ?? {};
    return [...identity, ...boundary, ...scps.flat()];
  });
}

function knownOf({ before, after }: Versions): PlacedPrincipal {
  const known = after ?? before;
  // INVARIANT: the ARN is of a principal of one of the snapshots.
  if (known === undefined) throw new Error('a principal is in neither snapshot');
  return known;
}

function setsOf(versions: Versions): { readonly before: PolicySet; readonly after: PolicySet } {
  const resource = leftToAccount(knownOf(versions).data.account);
  const setOf = (version: PlacedPrincipal | undefined): PolicySet => {
    if (version === undefined) return { identity: [], resource };
    const { identity, boundary, scps, account } = version.side;
    return {
      identity,
      resource,
      ...(boundary !== undefined && { boundary }),
      ...(scps !== undefined && account !== 'management' && { scps }),
    };
  };
  return { before: setOf(versions.before), after: setOf(versions.after) };
}

function optionsOf(versions: Versions): Pick<AnalyzerOptions, 'principal' | 'context'> {
  const { side } = knownOf(versions);
  return { principal: side.principal, context: side.context ?? {} };
}

const delegating = new Map<string, Policy>();

/** Resources of any account, whose policies leave it to the account of the principal. */
function leftToAccount(account: string): Policy {
  let policy = delegating.get(account);
  if (policy === undefined) {
    const result = policyFromValue({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: account }, Action: '*', Resource: '*' },
    });
    // INVARIANT: the document above can be read.
    if (!result.ok) throw new Error('a policy of this module cannot be read');
    policy = result.policy;
    delegating.set(account, policy);
  }
  return policy;
}

function named(
  { statement, change }: AccessFinding,
  versions: Versions,
  landscapes: { readonly before: Landscape; readonly after: Landscape },
): NamedStatement | undefined {
  const [principal, landscape] =
    change === 'allowed' ? [versions.after, landscapes.after] : [versions.before, landscapes.before];
  if (statement === undefined || statement.layer === 'resource' || principal === undefined) return undefined;
  return nameStatement(
    { ...statement, effect: 'Allow' },
    { landscape, principal, resource: landscape.resource('*') },
  );
}
