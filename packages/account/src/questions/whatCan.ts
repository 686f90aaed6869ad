import { shrinkActions } from '@policywright/catalog';
import { hasMember, membersOf, RowDecider, type ReachRow } from '../decide/decider.ts';
import { answerPair } from '../decide/settlePair.ts';
import { SideCompiler } from '../decide/sideCompiler.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import { gapText } from '../model/gap.ts';
import type { SignIn } from '../model/identityCenter.ts';
import { actionsOn, allActions } from '../pairs/actionsOn.ts';

/** What a principal can do on some resources. */
export interface ResourceReach {
  /** ARNs of which the same is true; `*` where it is true of every resource. */
  readonly resources: readonly string[];
  /** Patterns of actions (`s3:Get*`) that are allowed whatever the context; beyond those on every resource. */
  readonly certainly: readonly string[];
  /** Patterns of those that may be allowed. */
  readonly perhaps: readonly string[];
  /** Patterns of those that are allowed on every other resource, and not here. */
  readonly except: readonly string[];
}

/** What a principal can do. */
export interface WhatCan {
  /** ARN of a user or role. */
  readonly principal: string;
  /** What is not known of it, in words: nothing is certain then. */
  readonly gaps: readonly string[];
  /** Of a role of IAM Identity Center: the permission set, and who is assigned it. */
  readonly signIn?: SignIn | undefined;
  /** First what it can do on every resource, then resource by resource. */
  readonly reach: readonly ResourceReach[];
}

/** Above so many open answers, they are not asked for again one by one. */
const MOST_SETTLED = 2000;

/**
 * Says what a principal can do: on every resource; on the resources of the snapshot; on what its own policies name.
 *
 * @param landscape - the accounts.
 * @param principal - whom.
 */
export function whatPrincipalCan(landscape: Landscape, principal: PlacedPrincipal): WhatCan {
  const compiler = new SideCompiler();
  const everywhere = answersOf(
    new RowDecider(allActions().map(({ fullName }) => fullName)),
    { landscape, principal, resource: '*' },
    compiler,
  );
  const groups = new Map<string, { readonly answers: Answers; readonly resources: string[] }>();
  const deciders = new Map<string, RowDecider>();
  for (const resource of resourcesFor(landscape, principal)) {
    const actions = actionsOn(resource);
    if (actions.length === 0) continue;
    const key = actions.join();
    const decider = deciders.get(key) ?? new RowDecider(actions);
    deciders.set(key, decider);
    const isOwn = landscape.resource(resource).account === principal.data.account;
    const answers = beyond(
      answersOf(decider, { landscape, principal, resource }, compiler),
      everywhere,
      isOwn ? actions : [],
    );
    const text = JSON.stringify([[...answers.certain], [...answers.perhaps], answers.except]);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { answers, resources: [resource] });
    else group.resources.push(resource);
  }
  const signIn = landscape.signIns.of(principal.data);
  return {
    principal: principal.data.arn,
    ...(signIn !== undefined && { signIn }),
    gaps: principal.gaps.map(gapText),
    reach: [{ answers: { ...everywhere, except: [] }, resources: ['*'] }, ...groups.values()].flatMap(
      reachOf,
    ),
  };
}

interface Answers {
  readonly certain: ReadonlySet<string>;
  readonly perhaps: ReadonlySet<string>;
  readonly except: readonly string[];
}

function reachOf({
  answers,
  resources,
}: {
  readonly answers: Answers;
  readonly resources: readonly string[];
}): readonly ResourceReach[] {
  const { certain, perhaps, except } = answers;
  if (certain.size === 0 && perhaps.size === 0 && except.length === 0) return [];
  return [
    {
      resources,
      certainly: shrinkActions([...certain]),
      perhaps: shrinkActions([...perhaps]),
      except: shrinkActions(except),
    },
  ];
}

interface Asked {
  readonly landscape: Landscape;
  readonly principal: PlacedPrincipal;
  readonly resource: string;
}

function answersOf(
  decider: RowDecider,
  { landscape, principal, resource }: Asked,
  compiler: SideCompiler,
): Answers {
  const placed = landscape.resource(resource);
  const row = decider.row(principal, placed);
  const certain = new Set(membersOf(row.certain).map((number) => decider.actions[number] ?? ''));
  const open = openOf(row);
  const perhaps = new Set<string>();
  for (const number of open) {
    const action = decider.actions[number] ?? '';
    const answer =
      open.length > MOST_SETTLED
        ? 'perhaps'
        : answerPair(action, { landscape, principal, resource: placed }, compiler)?.answer;
    if (answer === 'certainly') certain.add(action);
    else if (answer === 'perhaps') perhaps.add(action);
  }
  return { certain, perhaps, except: [] };
}

function openOf({ certain, possible }: ReachRow): readonly number[] {
  return membersOf(possible).filter((number) => !hasMember(certain, number));
}

/**
 * What is true of a resource and not of every other one as well.
 *
 * @param answers - of the resource.
 * @param everywhere - of all resources.
 * @param actions - those of which exceptions are worth telling: none on resources of other accounts.
 */
function beyond({ certain, perhaps }: Answers, everywhere: Answers, actions: readonly string[]): Answers {
  return {
    certain: new Set([...certain].filter((action) => !everywhere.certain.has(action))),
    perhaps: new Set(
      [...perhaps].filter((action) => !everywhere.perhaps.has(action) || everywhere.certain.has(action)),
    ),
    except: actions.filter(
      (action) =>
        (everywhere.certain.has(action) || everywhere.perhaps.has(action)) &&
        !certain.has(action) &&
        !perhaps.has(action),
    ),
  };
}

/** The resources of the snapshot, and what the principal's own policies name. */
function resourcesFor(landscape: Landscape, { side, data }: PlacedPrincipal): readonly string[] {
  const statements = (side.identity ?? []).flatMap((policy) => policy.statements);
  const named = statements.flatMap(({ resource }) => (resource?.negated === false ? resource.values : []));
  const own = landscape.principals.filter((other) => other.data.account === data.account);
  const texts = named.filter((text) => text !== '*' && text.startsWith('arn:') && !text.includes('${'));
  return [...new Set([...landscape.told, ...texts, ...own.map((other) => other.data.arn)])];
}
