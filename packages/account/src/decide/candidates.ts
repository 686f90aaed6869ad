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
    // Who owns it decides whether its policy alone lets in; and grants let in whoever they name.
    if (letIn.byGrant || (letIn.everyone && resource.account === undefined)) return principals;
    const found = new Set<number>();
    if (letIn.everyone)
      for (const { index } of this.#landscape.principalsOf(resource.account ?? '')) found.add(index);
    for (const account of this.#accounts(asked, resource, letIn)) {
      for (const { holders } of this.#policies(account, asked, resource)) {
        for (const holder of holders) found.add(holder);
      }
    }
    for (const name of letIn.names) {
      for (const { index } of this.#landscape.named(name)) found.add(index);
    }
    return [...found].sort((a, b) => a - b).flatMap((index) => principals[index] ?? []);
  }

  /**
   * The accounts whose own policies can let principals in: that of the resource, and those that it lets in. A role is
   * assumed by those alone whom its trust policy lets in (S172).
   */
  #accounts({ services }: AskedActions, { account }: PlacedResource, letIn: LetIn): ReadonlySet<string> {
    // Principals of other accounts need their own policies as well (S158).
    if (account === undefined || letIn.everyone)
      return new Set(this.#landscape.snapshot.accounts.map((known) => known.account));
    if (services.size === 1 && services.has('sts')) return letIn.accounts;
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
}
