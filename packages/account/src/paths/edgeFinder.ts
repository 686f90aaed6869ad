import { Candidates } from '../decide/candidates.ts';
import { StatementFilter } from '../decide/mayMatch.ts';
import { PairAnswers } from '../decide/pairAnswers.ts';
import type { OpenAnswer } from '../decide/settlePair.ts';
import { EDGE_KINDS } from '../edges/edgeKinds.ts';
import type { EdgeKind } from '../edges/edgeKind.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import { placeResource, untoldResource, type PlacedResource } from '../landscape/placedResource.ts';
import { widestResource } from '../landscape/widest.ts';
import { Administrators } from './administrators.ts';
import { callChecks, type CallCheck } from './callChecks.ts';
import { freeResources } from './freeResources.ts';
import { gainsOf } from './gains.ts';
import { followedBy, joinAnswers } from './joinAnswers.ts';
import { accountOfArn } from '../model/accountOfArn.ts';
import { adminNode, type HopCheck, type PathHop } from '../model/pathHop.ts';
import { ServiceTrust } from './serviceTrust.ts';

/** What an edge would lead to, before it is known who may take it. */
interface EdgeAim {
  readonly kind: EdgeKind;
  /** What calls on the target are about. */
  readonly target: PlacedResource;
  /** The role that is passed. */
  readonly passed: PlacedResource | undefined;
  readonly to: string;
  readonly over: string | undefined;
  /** The account in which calls are made; of assuming a role, that of the caller. */
  readonly account: string;
}

/** Which hops are looked for: those that start from, lead to or go over any of these. */
export interface HopScope {
  /** ARNs of users and roles. */
  readonly principals: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
}

/** Finds who can become whom, directly. */
export class EdgeFinder {
  readonly #landscape: Landscape;
  readonly #candidates: Candidates;
  readonly #answers: PairAnswers;
  readonly #trust = new ServiceTrust();
  readonly #ofIam: Map<string, PlacedResource> = new Map();
  readonly #filter = new StatementFilter();
  readonly #administrators: Administrators;
  readonly #regions: readonly string[];
  readonly #checks: Map<string, readonly CallCheck[]> = new Map();
  readonly #free: Map<string, FreeAnswer | undefined> = new Map();
  #scope: HopScope | undefined;
  /** Of each action, whether any principal of the scope may have it. */
  readonly #inScope: Map<string, boolean> = new Map();

  /** @param landscape - the accounts. */
  constructor(landscape: Landscape) {
    this.#landscape = landscape;
    this.#candidates = new Candidates(landscape);
    this.#answers = new PairAnswers(landscape, edgeActions());
    this.#administrators = new Administrators(landscape);
    const regions = landscape.told.map((arn) => arn.split(':', 4)[3] ?? '');
    this.#regions = [...new Set(['us-east-1', ...regions.filter((region) => region !== '')])].slice(
      0,
      MOST_REGIONS,
    );
  }

  /**
   * All hops, account by account; those of administrators are told once each, by what they can do to every role.
   *
   * @param scope - all that touch it; all there are if left out.
   */
  find(scope?: HopScope): readonly PathHop[] {
    this.#scope = scope;
    const hops = this.#landscape.principals.flatMap((principal) =>
      this.#isInScope(principal.data.arn) ? (this.#administrators.hop(principal) ?? []) : [],
    );
    const direct = this.#landscape.principals.flatMap((target) => this.#leadingTo(target));
    const running = this.#landscape.running.flatMap((resource) =>
      this.#leadingOver(resource.arn, resource.roles),
    );
    const becoming = [...direct, ...running];
    return [...hops, ...becoming, ...this.#gaining(becoming)];
  }

  /** Hops by which somebody becomes a user or role. */
  #leadingTo(target: PlacedPrincipal): readonly PathHop[] {
    const { arn, kind, account, profiles } = target.data;
    return EDGE_KINDS.flatMap((edge): readonly PathHop[] => {
      if (edge.target.kind !== kind || !this.#isWorth(edge, arn, account)) return [];
      const { service } = edge.target;
      if (service === 'ec2.amazonaws.com' && profiles.length === 0) return [];
      const trust =
        service === undefined ? undefined : this.#trust.answer(this.#landscape.resource(arn), service);
      if (service !== undefined && trust === undefined) return [];
      const isAssuming = edge.calls.some(({ operation }) => operation === 'sts:AssumeRole');
      const aim: EdgeAim = {
        kind: edge,
        target: isAssuming ? this.#landscape.resource(arn) : this.#iam(arn),
        passed: service === undefined ? undefined : this.#iam(arn),
        to: arn,
        over: undefined,
        account,
      };
      return this.#sources(aim).flatMap((source) => this.#hop(source, aim, trust) ?? []);
    });
  }

  /** Hops by which somebody becomes the roles of something that runs. */
  #leadingOver(arn: string, roles: readonly string[]): readonly PathHop[] {
    const resource = this.#landscape.resource(arn);
    const account = resource.account ?? '';
    const kinds = EDGE_KINDS.filter(
      (kind) =>
        kind.target.kind === 'resource' &&
        arn.includes(kind.target.infix) &&
        this.#isWorth(kind, arn, account),
    );
    return kinds.flatMap((kind) =>
      roles.flatMap((to) => {
        const aim = {
          kind,
          target: resource,
          passed: undefined,
          to,
          over: arn,
          account,
        };
        return this.#sources(aim).flatMap((source) => this.#hop(source, aim, undefined) ?? []);
      }),
    );
  }

  /** Hops by which somebody gives any permission to a principal that it is or can become. */
  #gaining(becoming: readonly PathHop[]): readonly PathHop[] {
    const reachable = new Map<string, PathHop[]>();
    for (const hop of becoming) {
      const known = reachable.get(hop.from);
      if (known === undefined) reachable.set(hop.from, [hop]);
      else known.push(hop);
    }
    const { principals, resources } = this.#scope ?? {};
    const touched =
      principals && new Set([...principals, ...(resources ?? [])].map((arn) => accountOfArn(arn)));
    const accounts = this.#landscape.snapshot.accounts.filter(
      ({ account }) => touched === undefined || touched.has(account),
    );
    return accounts.flatMap((account) =>
      gainsOf(account).flatMap(({ kind, arn, holders, more }) => {
        const aim: EdgeAim = {
          kind,
          target: this.#iam(arn),
          passed: undefined,
          to: adminNode(account.account),
          over: arn,
          account: account.account,
        };
        return this.#sources(aim).flatMap((source) => {
          const self = source.data.arn;
          const becomes = reachable.get(self) ?? [];
          const held = [
            ...(holders.has(self) && this.#isInScope(self) ? [undefined] : []),
            ...becomes.filter(
              (hop) =>
                holders.has(hop.to) && [self, hop.to, hop.over ?? hop.to].some((one) => this.#isInScope(one)),
            ),
          ];
          for (const over of held) {
            const holder = this.#landscape.principal(over?.to ?? self);
            const gained = holder && this.#administrators.withMore(holder, more);
            const hop = gained && this.#hop(source, aim, gained);
            if (hop !== undefined) return [over === undefined ? hop : followedBy(hop, over)];
          }
          return [];
        });
      }),
    );
  }

  /** Who may take an edge, without those who can do everything to its target anyway. */
  #sources(aim: EdgeAim): readonly PlacedPrincipal[] {
    const [first] = this.#checksOf(aim).filter(({ on }) => on !== 'free');
    const resource = first?.on === 'pass' ? aim.passed : aim.target;
    if (first === undefined || resource === undefined) return [];
    const action = first.action.toLowerCase();
    const services = new Set([action.slice(0, action.indexOf(':'))]);
    return this.#candidates.of({ services, action }, resource).filter((source) => {
      const { arn, account } = source.data;
      if (!this.#touches(aim, arn)) return false;
      if (arn === aim.to || (account !== aim.account && action !== 'sts:assumerole')) return false;
      return account !== aim.account || !this.#administrators.isCertain(source);
    });
  }

  #isInScope(arn: string): boolean {
    return this.#scope === undefined || this.#scope.principals.has(arn) || this.#scope.resources.has(arn);
  }

  /** Whether a hop of an aim is looked for from a source; of gains, it is told later whom they are for. */
  #touches({ to, over, kind }: EdgeAim, source: string): boolean {
    const isGain = !['role', 'user', 'resource'].includes(kind.target.kind);
    return (
      isGain ||
      this.#isInScope(source) ||
      this.#isInScope(to) ||
      (over !== undefined && this.#isInScope(over))
    );
  }

  /** Whether an edge to or over something can touch the scope at all. */
  #isWorth(kind: EdgeKind, arn: string, account: string): boolean {
    const { principals } = this.#scope ?? {};
    if (principals === undefined || this.#isInScope(arn)) return true;
    const [first] = this.#checksOf({ kind, account }).filter(({ on }) => on !== 'free');
    const action = first?.action.toLowerCase() ?? '';
    // Roles alone are assumed from other accounts.
    const isWithin = action !== 'sts:assumerole';
    const key = `${isWithin ? account : ''} ${action}`;
    let isHeld = this.#inScope.get(key);
    if (isHeld === undefined) {
      const candidates = [...principals].filter((one) => !isWithin || accountOfArn(one) === account);
      isHeld = candidates.some((one) => this.#mayHave(one, action));
      this.#inScope.set(key, isHeld);
    }
    return isHeld;
  }

  #mayHave(arn: string, action: string): boolean {
    const policies = this.#landscape.principal(arn)?.side.identity ?? [];
    return policies.some(({ statements }) =>
      statements.some((one) => one.effect === 'Allow' && this.#filter.coversAction(one, action)),
    );
  }

  #hop(source: PlacedPrincipal, aim: EdgeAim, given: OpenAnswer | undefined): PathHop | undefined {
    const { kind, to, over } = aim;
    const answers: OpenAnswer[] = given === undefined ? [] : [given];
    const checks: HopCheck[] = [];
    for (const check of this.#checksOf(aim)) {
      const found =
        check.on === 'free'
          ? this.#answerFree(source, check)
          : this.#answerOn(source, check, (check.on === 'pass' ? aim.passed : undefined) ?? aim.target);
      if (found === undefined) return undefined;
      answers.push(found.answer);
      checks.push({ action: check.action, resource: found.resource, by: 'source' });
    }
    if (kind.thenAssumes === true) {
      const assumed = this.#assumeOnceTrusted(source, to);
      if (assumed === undefined) return undefined;
      answers.push(assumed);
      checks.push({ action: 'sts:AssumeRole', resource: to, by: 'source' });
    }
    const { service } = kind.target.kind === 'role' ? kind.target : {};
    if (service !== undefined) checks.push({ action: 'sts:AssumeRole', resource: to, by: 'service' });
    const open = kind.open === undefined ? [] : [{ answer: 'perhaps', keys: [], gaps: [kind.open] } as const];
    return {
      from: source.data.arn,
      to,
      way: kind.name,
      words: kind.words,
      over,
      ...joinAnswers([...answers, ...open]),
      checks,
      source: kind.source,
    };
  }

  #answerOn(
    source: PlacedPrincipal,
    { action, context }: CallCheck,
    resource: PlacedResource,
  ): FreeAnswer | undefined {
    const answer = this.#answers.answer(action, { principal: source, resource, context });
    return answer && { answer, resource: resource.arn };
  }

  /** Whether a source may do something on a resource of its choice. */
  #answerFree(source: PlacedPrincipal, check: CallCheck): FreeAnswer | undefined {
    const { action, pattern } = check;
    const key = `${source.index} ${action} ${pattern}`;
    if (this.#free.has(key)) return this.#free.get(key);
    let best: FreeAnswer | undefined;
    for (const arn of freeResources(source, { action, pattern, regions: this.#regions }, this.#filter)) {
      const found = this.#answerOn(source, check, this.#landscape.resource(arn));
      if (found?.answer.answer === 'certainly') {
        best = found;
        break;
      }
      best ??= found;
    }
    this.#free.set(key, best);
    return best;
  }

  /** Whether a role, once it trusts a source by name, can be assumed by it. */
  #assumeOnceTrusted(source: PlacedPrincipal, role: string): OpenAnswer | undefined {
    const { account } = this.#landscape.resource(role);
    const trusting = { ...untoldResource(role), policy: widestResource(), isPolicyUnknown: false };
    const resource = placeResource(trusting, this.#landscape.places.get(account ?? ''));
    return this.#answers.answer('sts:AssumeRole', { principal: source, resource });
  }

  #checksOf({ kind, account }: Pick<EdgeAim, 'kind' | 'account'>): readonly CallCheck[] {
    const key = `${kind.name} ${account}`;
    let checks = this.#checks.get(key);
    if (checks === undefined) {
      const known = this.#landscape.snapshot.accounts.find((other) => other.account === account);
      checks = callChecks(kind, { account, partition: known?.partition ?? 'aws' });
      this.#checks.set(key, checks);
    }
    return checks;
  }

  /** Something of IAM, whose operations no policy of its own decides (rule S176). */
  #iam(arn: string): PlacedResource {
    let resource = this.#ofIam.get(arn);
    if (resource === undefined) {
      const { tags } = this.#landscape.principal(arn)?.data ?? {};
      const data = { ...untoldResource(arn), tags, isPolicyUnknown: false };
      resource = placeResource(data, this.#landscape.places.get(data.account ?? ''));
      // Targets come one after the other.
      if (this.#ofIam.size >= MOST_PLACED) this.#ofIam.clear();
      this.#ofIam.set(arn, resource);
    }
    return resource;
  }
}

const MOST_REGIONS = 4;
const MOST_PLACED = 1000;

/** Every action of which an edge asks. */
function edgeActions(): readonly string[] {
  const place = { account: '111122223333', partition: 'aws' };
  return [...new Set(EDGE_KINDS.flatMap((kind) => callChecks(kind, place).map(({ action }) => action)))];
}

interface FreeAnswer {
  readonly answer: OpenAnswer;
  readonly resource: string;
}
