import type { Policy } from '@policywright/policy';
import { Candidates } from '../decide/candidates.ts';
import { PairAnswers } from '../decide/pairAnswers.ts';
import type { OpenAnswer } from '../decide/settlePair.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import { placeResource, untoldResource, type PlacedResource } from '../landscape/placedResource.ts';
import { widestIdentity } from '../landscape/widest.ts';
import { joinAnswers } from './joinAnswers.ts';
import { adminNode, type PathHop } from '../model/pathHop.ts';

/** Who may do these on every role of an account can give itself whatever the organization leaves. */
const POWERS = ['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'] as const;

/** Tells who can do anything in an account: give any role any permission, and let itself into it. */
export class Administrators {
  readonly #landscape: Landscape;
  readonly #answers: PairAnswers;
  readonly #candidates: Candidates;
  readonly #byAccount: Map<string, ReadonlySet<PlacedPrincipal>> = new Map();
  readonly #known: Map<PlacedPrincipal, OpenAnswer | undefined> = new Map();
  readonly #widened: Map<PlacedPrincipal, OpenAnswer | undefined> = new Map();
  readonly #roles: Map<string, PlacedResource> = new Map();

  /** @param landscape - the accounts. */
  constructor(landscape: Landscape) {
    this.#landscape = landscape;
    this.#answers = new PairAnswers(landscape, POWERS);
    this.#candidates = new Candidates(landscape);
  }

  /** Whether a principal certainly is one. */
  isCertain(principal: PlacedPrincipal): boolean {
    return this.#answer(principal)?.answer === 'certainly';
  }

  /** The hop of a principal that is one, or may be. */
  hop(principal: PlacedPrincipal): PathHop | undefined {
    const answer = this.#answer(principal);
    if (answer === undefined) return undefined;
    const { arn, account } = principal.data;
    const roles = this.#rolesOf(principal).arn;
    return {
      from: arn,
      to: adminNode(account),
      way: 'administer',
      words: 'gives any role any permission, and lets itself into it',
      over: undefined,
      ...answer,
      checks: POWERS.map((action) => ({ action, resource: roles, by: 'source' })),
      source: {
        page: 'PutRolePolicy, AWS Identity and Access Management API Reference',
        url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
        read: '2026-11-30',
      },
    };
  }

  /**
   * Whether a principal would be one with more policies: not where its boundary or the organization stands in the way.
   *
   * @param principal - who has them.
   * @param more - the policies; any permission if left out.
   */
  withMore(principal: PlacedPrincipal, more?: readonly Policy[]): OpenAnswer | undefined {
    if (more !== undefined) return this.#decide(widened(principal, more));
    if (!this.#widened.has(principal))
      this.#widened.set(principal, this.#decide(widened(principal, [widestIdentity()])));
    return this.#widened.get(principal);
  }

  #answer(principal: PlacedPrincipal): OpenAnswer | undefined {
    if (!this.#known.has(principal)) {
      const isCandidate = this.#candidatesOf(principal).has(principal);
      this.#known.set(principal, isCandidate ? this.#decide(principal) : undefined);
    }
    return this.#known.get(principal);
  }

  #candidatesOf(principal: PlacedPrincipal): ReadonlySet<PlacedPrincipal> {
    const { account } = principal.data;
    let candidates = this.#byAccount.get(account);
    if (candidates === undefined) {
      const asked = { services: new Set(['iam']), action: POWERS[0].toLowerCase() };
      candidates = new Set(this.#candidates.of(asked, this.#rolesOf(principal)));
      this.#byAccount.set(account, candidates);
    }
    return candidates;
  }

  #decide(principal: PlacedPrincipal): OpenAnswer | undefined {
    const resource = this.#rolesOf(principal);
    const answers = POWERS.map((action) => this.#answers.answer(action, { principal, resource }));
    const all = answers.filter((answer) => answer !== undefined);
    return all.length < answers.length ? undefined : joinAnswers(all);
  }

  /** Stands for every role of the account of a principal. */
  #rolesOf({ data: { account, arn } }: PlacedPrincipal): PlacedResource {
    let roles = this.#roles.get(account);
    if (roles === undefined) {
      const partition = arn.slice(4, arn.indexOf(':', 4));
      const every = untoldResource(`arn:${partition}:iam::${account}:role/*`);
      roles = placeResource({ ...every, isPolicyUnknown: false }, this.#landscape.places.get(account));
      this.#roles.set(account, roles);
    }
    return roles;
  }
}

function widened(principal: PlacedPrincipal, more: readonly Policy[]): PlacedPrincipal {
  const { side } = principal;
  return { ...principal, side: { ...side, identity: [...(side.identity ?? []), ...more] } };
}
