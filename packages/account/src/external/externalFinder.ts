import {
  externalAccess,
  externalParties,
  keyControl,
  type PartyAccess,
  type TrustedZone,
} from '@policywright/analyzer';
import { AWS } from '@policywright/analyzer/aws';
import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { ownStatement } from '../decide/namedStatement.ts';
import type { OpenAnswer } from '../decide/settlePair.ts';
import type { Landscape } from '../landscape/landscape.ts';
import { rcpsOn, type PlacedResource } from '../landscape/placedResource.ts';
import { accountOfArn } from '../model/accountOfArn.ts';
import { gapText } from '../model/gap.ts';
import type { ExternalParty, ExternalReach } from '../model/externalReach.ts';
import type { NamedStatement } from '../model/reach.ts';
import { reasonText } from '../model/reasonText.ts';
import { deputySource } from './deputySource.ts';
import { answerOutsider, spelled, triedResources, type Outsider } from './externalRequests.ts';
import { mayLetOutsideIn } from './mayLetOutsideIn.ts';
import { isPublicResource } from './publicType.ts';

/** Who gets at one resource, and why that may not be all. */
export interface FoundExternal {
  readonly reach: readonly ExternalReach[];
  readonly why: readonly string[];
}

const NOBODY: FoundExternal = { reach: [], why: [] };

/** Finds who gets at resources and roles from outside of a zone. Equal policies of one account are asked about once. */
export class ExternalFinder {
  readonly #landscape: Landscape;
  readonly #zone: TrustedZone;
  readonly #trusted: ReadonlySet<string>;
  readonly #buckets: readonly string[];
  readonly #rcps: Map<Policy, number> = new Map();
  readonly #roles: Map<Policy, Map<string, FoundExternal>> = new Map();

  /**
   * @param landscape - the accounts.
   * @param zone - who is trusted beside the account of each resource.
   */
  constructor(landscape: Landscape, zone: TrustedZone) {
    this.#landscape = landscape;
    this.#zone = { ...zone, intermediaries: 'told' };
    this.#trusted = new Set(zone.accounts);
    this.#buckets = landscape.told.filter((arn) => arn.includes(':s3:::'));
  }

  /** Who gets at a resource, or at a role by its trust policy. */
  of(arn: string): FoundExternal {
    const resource = this.#landscape.resource(arn);
    const { policy, kind } = resource.side;
    if (resource.gaps.some((gap) => gap.kind === 'resource'))
      return { reach: [], why: resource.gaps.map(gapText).map((gap) => `${gap} is not known`) };
    const grants = kind?.type === 'key' ? this.#byGrants(resource) : [];
    if (policy === undefined || policy === null || !('statements' in policy))
      return { reach: grants, why: [] };
    const { account = '' } = resource;
    if (!mayLetOutsideIn(policy, (other) => other === account || this.#trusted.has(other)))
      return { reach: grants, why: [] };
    const found = arn.includes(':role/') ? this.#byTrust(resource, policy) : this.#byPolicy(resource, policy);
    return { ...found, reach: [...found.reach, ...grants] };
  }

  /**
   * Trust policies name no resource: of equal ones, what is true of one role is true of all; of those that name services
   * alone, whatever their accounts are.
   */
  #byTrust(role: PlacedResource, policy: Policy): FoundExternal {
    if (asksOfResource(policy)) return this.#byPolicy(role, policy);
    let ofPolicy = this.#roles.get(policy);
    if (ofPolicy === undefined) this.#roles.set(policy, (ofPolicy = new Map()));
    const key = `${namesAccounts(policy) ? role.account : ''} ${this.#levelsKey(role)}`;
    let found = ofPolicy.get(key);
    if (found === undefined) {
      found = this.#byPolicy(role, policy);
      ofPolicy.set(key, found);
    }
    const statements = (reach: ExternalReach): readonly NamedStatement[] =>
      reach.statements.map((statement) => ({ ...statement, policy: role.arn }));
    const reach = found.reach.map((one) => ({ ...one, resource: role.arn, statements: statements(one) }));
    return { reach, why: found.why };
  }

  #byPolicy(resource: PlacedResource, policy: Policy): FoundExternal {
    const { arn, account, side } = resource;
    const service = arn.includes(':role/') ? 'sts' : (arn.split(':', 3)[2] ?? '*');
    const within = { actions: [`${service}:*`], resources: [arn, `${arn}/*`, `${arn}:*`] };
    const set: PolicySet = { resource: policy, rcps: rcpsOn(resource) };
    const { context } = side;
    const options = { universe: AWS, resourceAccount: account, ...(context !== undefined && { context }) };
    const { access, reasons } = externalAccess(set, this.#zone, { ...options, within });
    const isForRoles = service === 'sts';
    const reach = externalParties(access).flatMap((found) => {
      const party = (): ExternalParty =>
        found.party.kind === 'service'
          ? {
              ...found.party,
              source: isForRoles
                ? undefined
                : deputySource(
                    { service: found.party.service, set, patterns: within, buckets: this.#buckets },
                    this.#zoneOf(account),
                    options,
                  ),
            }
          : found.party;
      return this.#reachOf({ found, party, resource, policy });
    });
    const why = reasons.map(reasonText);
    return reach.length === 0 && why.length === 0 ? NOBODY : { reach, why };
  }

  /** What tells levels of resource control policies apart. */
  #levelsKey({ side: { rcps, account } }: PlacedResource): string {
    if (account === 'management') return 'management';
    const numberOf = (policy: Policy): number => {
      const number = this.#rcps.get(policy) ?? this.#rcps.size;
      this.#rcps.set(policy, number);
      return number;
    };
    return (rcps ?? []).map((level) => level.map(numberOf).join()).join(' ');
  }

  #zoneOf(account: string | undefined): TrustedZone {
    const { accounts = [] } = this.#zone;
    return { ...this.#zone, accounts: [...(account === undefined ? [] : [account]), ...accounts] };
  }

  /** What a party can do: apart, what it certainly can. */
  #reachOf({ found, party, resource, policy }: PartyAt): readonly ExternalReach[] {
    const statement = ownStatement(found.statement, resource.arn);
    const [first] = found.access;
    if (first === undefined) return [];
    const { witness } = first;
    const outsider = { principal: witness.request.principal, principalArn: arnOf(witness.request.context) };
    const named = resourcesOf(policy, statement);
    const actions = [...new Set(found.access.flatMap((one) => one.actions))].map(spelled);
    const shown = witness.request.action;
    const byAnswer = new Map<'certainly' | 'perhaps', { actions: string[]; answers: OpenAnswer[] }>();
    for (const action of actions.length === 0 ? [shown] : actions) {
      const tried = [
        ...(action === shown ? [witness.request.resource] : []),
        ...triedResources(action, resource.arn, named),
      ];
      const answer = bestOf(tried, (arn) =>
        answerOutsider(outsider, action, { arn, landscape: this.#landscape }),
      );
      // Block Public Access is no policy: it keeps out whom the policy alone lets in.
      if (answer === undefined) continue;
      const known = byAnswer.get(answer.answer);
      if (known === undefined) byAnswer.set(answer.answer, { actions: [action], answers: [answer] });
      else {
        known.actions.push(action);
        known.answers.push(answer);
      }
    }
    if (byAnswer.size === 0) return [];
    const told = party();
    const isPublic = told.kind === 'everyone' ? isPublicResource(resource, policy) : undefined;
    return [...byAnswer].map(([answer, of]): ExternalReach => ({
      resource: resource.arn,
      party: told,
      example: outsider.principal,
      actions: of.actions,
      answer,
      keys: keysOf(of.answers),
      gaps: [...new Set(of.answers.flatMap(({ gaps }) => gaps))],
      statements: [statement],
      isPublic,
    }));
  }

  /** Principals of accounts outside to whom grants of a key give something (rule S208). */
  #byGrants(resource: PlacedResource): readonly ExternalReach[] {
    const { kind } = resource.side;
    const grants = kind?.type === 'key' ? (kind.grants ?? []) : [];
    return grants.flatMap(({ grantee, operations }, index): readonly ExternalReach[] => {
      if (typeof grantee !== 'string') return [];
      const account = accountOfArn(grantee);
      if (account === resource.account || this.#trusted.has(account)) return [];
      const answers = operations.flatMap((operation) => {
        const action = spelled(`kms:${operation}`);
        const at = { arn: resource.arn, landscape: this.#landscape };
        const answer = answerOutsider(holderOf(grantee), action, at);
        return answer === undefined ? [] : [{ action, answer }];
      });
      if (answers.length === 0) return [];
      const isCertain = answers.every(({ answer }) => answer.answer === 'certainly');
      return [
        {
          resource: resource.arn,
          party: { kind: 'principals', account, principals: [grantee] },
          example: grantee,
          actions: answers.map(({ action }) => action),
          answer: isCertain ? 'certainly' : 'perhaps',
          keys: keysOf(answers.map(({ answer }) => answer)),
          gaps: [],
          statements: [
            {
              effect: 'Allow',
              layer: 'resource',
              policy: resource.arn,
              group: undefined,
              sid: undefined,
              pointer: `/grants/${index}`,
            },
          ],
          isPublic: undefined,
        },
      ];
    });
  }
}

interface PartyAt {
  readonly found: PartyAccess;
  /** What is told of it, found out where it gets in at all. */
  readonly party: () => ExternalParty;
  readonly resource: PlacedResource;
  readonly policy: Policy;
}

/** Who uses a grant: of a role, its sessions. */
function holderOf(grantee: string): Outsider {
  const [, start, account, name] = /^(arn:[^:]*):iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(grantee) ?? [];
  if (name === undefined) return { principal: grantee, principalArn: undefined };
  const session = `${start ?? ''}:sts::${account ?? ''}:assumed-role/${name}/session`;
  return { principal: session, principalArn: grantee };
}

/** Whether a policy hangs on what the resource is, and not on its account alone. */
function asksOfResource({ statements }: Policy): boolean {
  return statements.some(({ conditions }) =>
    conditions.some(({ key, values }) =>
      [key, ...values].some((text) => /resourcetag|requestedregion/i.test(text)),
    ),
  );
}

/** Whether a policy is another for another account: it names principals of some, or asks for keys. */
function namesAccounts({ statements }: Policy): boolean {
  return statements.some(
    ({ principal, conditions }) =>
      conditions.length > 0 ||
      principal === undefined ||
      principal.negated ||
      principal.entries.some(({ kind }) => kind !== 'Service'),
  );
}

function bestOf(
  tried: readonly string[],
  ask: (arn: string) => OpenAnswer | undefined,
): OpenAnswer | undefined {
  let best: OpenAnswer | undefined;
  for (const arn of tried) {
    const answer = ask(arn);
    if (answer?.answer === 'certainly') return answer;
    best ??= answer;
  }
  return best;
}

function keysOf(answers: readonly OpenAnswer[]): ExternalReach['keys'] {
  const keys = [...new Set(answers.flatMap((answer) => answer.keys))];
  return keys.map((key) => ({ key, control: keyControl(key) }));
}

function arnOf(context: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const arn = context?.['aws:PrincipalArn'];
  return typeof arn === 'string' ? arn : undefined;
}

function resourcesOf({ statements }: Policy, { sid, pointer }: NamedStatement): readonly string[] {
  const index = /^\/Statement\/(\d+)/.exec(pointer)?.[1];
  const statement = statements[Number(index ?? 0)] ?? statements.find((one) => one.sid === sid);
  return statement?.resource?.negated === false ? statement.resource.values : [];
}
