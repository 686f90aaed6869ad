import { allServices } from '../_internals/registry.ts';
import type { ActionName } from '../model/action.ts';
import { operationTable } from './_internals/operationTable.ts';

// Actions whose requests can give a role to a service, of which neither a table of operations nor the dependent actions
// of the reference says so: stacks, instances of fleets, environments and projects whose request names a role. From
// knowledge of their guides, unchecked.
const BESIDES: readonly ActionName[] = [
  'cloudformation:DeleteStack',
  'codestar:CreateProject',
  'ec2:CreateFleet',
  'ec2:RunScheduledInstances',
  'elasticbeanstalk:UpdateEnvironment',
  'opsworks:CloneStack',
  'opsworks:CreateStack',
  'opsworks:UpdateStack',
];

/** By the name, which costs less to look at than the access level: what takes a role away or looks at what has one. */
const GIVES_NONE =
  /^(?:Delete|Deregister|Describe|Disassociate|Discover|Get|List|PassRole|Remove|Render|Tag|Untag|Validate)/;

let actions: ReadonlySet<ActionName> | undefined;

/**
 * The actions whose requests can give a role to a service, so that whoever has them and `iam:PassRole` on a role has
 * what the role may do: those of operations for which AWS may authorise `iam:PassRole`, by its tables, the dependent
 * actions of the reference and the members of requests. `roleParameters` has the members.
 */
export function roleTakingActions(): ReadonlySet<ActionName> {
  return (actions ??= new Set([...allServices().flatMap(({ prefix }) => takingIn(prefix)), ...BESIDES]));
}

function takingIn(prefix: string): readonly ActionName[] {
  const taking: ActionName[] = [];
  for (const { name, own, actions: asked } of operationTable(prefix).rows) {
    if (GIVES_NONE.test(name) || !asked.some(({ action }) => action === 'iam:PassRole')) continue;
    if (own) taking.push(`${prefix}:${name}`);
    taking.push(...asked.filter(({ need }) => need === 'always').map(({ action }) => action));
  }
  return taking.filter((action) => action !== 'iam:PassRole');
}
