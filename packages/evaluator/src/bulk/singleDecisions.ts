import { KeyTable } from '@policywright/conditions';
import type { EvaluatorOptions } from '../options.ts';
import { authorize, type SidedAuthorizer, type SidedRequest } from '../authorize.ts';
import { compileEndpoint, type EndpointSide } from '../sides/endpointSide.ts';
import { compilePrincipal, type PrincipalPolicies, type PrincipalSide } from '../sides/principalSide.ts';
import { compileResource, type ResourcePolicies, type ResourceSide } from '../sides/resourceSide.ts';
import type { ActionNumbers } from './actionNumbers.ts';
import { hasBit, setBit, type Bits } from './bits.ts';
import type { DecisionCube } from './decisionCube.ts';
import type { DecisionRow } from './decisionRow.ts';
import type { Row } from './rowReader.ts';

/** Decides one by one what sets of actions do not tell: grants of keys (S208), and what lies behind (S210). */
export class SingleDecisions {
  readonly #cube: Omit<DecisionCube, 'principals' | 'resources'>;
  readonly #ofKeys: Bits;
  readonly #options: EvaluatorOptions & { readonly keys: KeyTable };
  readonly #endpoint: EndpointSide | undefined;
  readonly #principals: Map<PrincipalPolicies, PrincipalSide> = new Map();
  readonly #resources: Map<ResourcePolicies, ResourceSide> = new Map();

  /**
   * @param cube - what is decided.
   * @param numbers - its actions.
   * @param options - readings of open questions.
   */
  constructor(
    cube: Omit<DecisionCube, 'principals' | 'resources'>,
    numbers: ActionNumbers,
    options: EvaluatorOptions,
  ) {
    this.#cube = cube;
    this.#ofKeys = numbers.ofServices((service) => service === 'kms');
    this.#options = { ...options, keys: new KeyTable() };
    this.#endpoint = cube.endpoint && compileEndpoint(cube.endpoint, this.#options);
  }

  /**
   * Puts right what a row does not tell.
   *
   * @param made - the row as sets of actions tell it.
   * @param row - what it is about.
   */
  complete(made: DecisionRow, row: Row): DecisionRow {
    const { behind, kind } = made.resource;
    const hasGrants = kind?.type === 'key' && Boolean(kind.grants?.length);
    if (behind === undefined && !hasGrants) return made;
    const authorizer = this.#authorizerOf(made);
    for (const [number, action] of this.#cube.actions.entries()) {
      if (behind === undefined && !hasBit(this.#ofKeys, number)) continue;
      this.#decide(authorizer, { action, context: row.context }, { made, number });
    }
    return made;
  }

  #decide(
    authorizer: SidedAuthorizer,
    request: SidedRequest,
    { made, number }: { readonly made: DecisionRow; readonly number: number },
  ): void {
    const { unknown } = this.#cube;
    if (unknown === undefined) {
      const decision = authorizer.decide(request);
      setBit(made.allowed, number, decision === 'Allow');
      setBit(made.denied, number, decision === 'ExplicitDeny');
      return;
    }
    const { answer, possible } = authorizer.decidePartial(request, unknown === 'all' ? undefined : unknown);
    setBit(made.allowed, number, answer === 'Allow');
    setBit(made.possible, number, answer !== 'Denied');
    setBit(
      made.denied,
      number,
      possible.every((decision) => decision === 'ExplicitDeny'),
    );
  }

  #authorizerOf({ principal, resource }: DecisionRow): SidedAuthorizer {
    let ofPrincipal = this.#principals.get(principal);
    if (ofPrincipal === undefined) {
      this.#principals.set(principal, (ofPrincipal = compilePrincipal(principal, this.#options)));
    }
    let ofResource = this.#resources.get(resource);
    if (ofResource === undefined) {
      this.#resources.set(resource, (ofResource = compileResource(resource, this.#options)));
    }
    return authorize(ofPrincipal, ofResource, this.#endpoint);
  }
}
