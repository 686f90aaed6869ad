import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';
import type { HeldPolicy } from '../landscape/policyIndex.ts';
import { StatementFilter } from './mayMatch.ts';
import { letInBy, type LetIn } from './namedPrincipals.ts';

/** What principals may be asked about. */
export interface AskedActions {
  /** Prefixes of services in lower case. */
  readonly services: ReadonlySet<string>;
  /** Where there is one action alone: its name in lower case. */
  readonly action?: string | undefined;
}

/** Finds the principals that may be allowed something at all, which are few of many. */
export class Candidates {
  readonly #landscape: Landscape;
  readonly #filter = new StatementFilter();
  #named: ReadonlyMap<string, readonly PlacedPrincipal[]> | undefined;

  /** @param landscape - whose principals they are. */
  constructor(landscape: Landscape) {
    this.#landscape = landscape;
  }

  /**
   * Lists them in order.
   *
   * @param asked - actions.
   * @param resource - what they are asked on.
   */
  of(asked: AskedActions, resource: PlacedResource): readonly PlacedPrincipal[] {
    const { principals } = this.#landscape;
    // Some of its operations nobody can be refused (S173, S174), and one crosses accounts (S204).
    if (asked.services.has('sts') && !resource.arn.includes(':role/')) return principals;
    const letIn = letInBy(resource.side);
    if (letIn.everyone) return principals;
    const found = new Set<number>();
    for (const account of this.#accounts(asked, resource, letIn)) {
      for (const { holders } of this.#policies(account, asked, resource)) {
        for (const holder of holders) found.add(holder);
      }
    }
    for (const name of letIn.names) {
      for (const { index } of this.#principalsOf(name)) found.add(index);
    }
    return [...found].sort((a, b) => a - b).flatMap((index) => principals[index] ?? []);
  }

  /**
   * The accounts whose own policies can let principals in: that of the resource, and those that it lets in. A role is
   * assumed by those alone whom its trust policy lets in (S172).
   */
  #accounts({ services }: AskedActions, { account }: PlacedResource, letIn: LetIn): ReadonlySet<string> {
    if (services.size === 1 && services.has('sts')) return letIn.accounts;
    if (account === undefined)
      return new Set(this.#landscape.snapshot.accounts.map((known) => known.account));
    return new Set([account, ...letIn.accounts]);
  }

  #policies(
    account: string,
    { services, action }: AskedActions,
    { arn }: PlacedResource,
  ): readonly HeldPolicy[] {
    const index = this.#landscape.index(account);
    const held = new Set([...services].flatMap((service) => index.ofService(service)));
    return [...held].filter(({ allows }) =>
      allows.some(
        (statement) =>
          (action === undefined || this.#filter.coversAction(statement, action)) &&
          this.#filter.mayMatchResource(statement, arn),
      ),
    );
  }

  /** The principals that a resource policy means by an ARN or unique id. */
  #principalsOf(name: string): readonly PlacedPrincipal[] {
    this.#named ??= namesOf(this.#landscape.principals);
    const session = /^(arn:[^:]*:)sts(::\d+:)assumed-role\/([^/]+)\//.exec(name);
    const key = session === null ? name : `${session[1]}iam${session[2]}role ${session[3]}`;
    return this.#named.get(key) ?? [];
  }
}

function namesOf(principals: readonly PlacedPrincipal[]): ReadonlyMap<string, readonly PlacedPrincipal[]> {
  const names = new Map<string, PlacedPrincipal[]>();
  for (const principal of principals) {
    const { arn, id, kind, name } = principal.data;
    const keys = [arn, id, kind === 'role' ? `${arn.slice(0, arn.indexOf(':role/'))}:role ${name}` : ''];
    for (const key of keys) {
      if (key === '') continue;
      const known = names.get(key);
      if (known === undefined) names.set(key, [principal]);
      else known.push(principal);
    }
  }
  return names;
}
