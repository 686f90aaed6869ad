import type { CompiledSet } from '../compiledSet.ts';
import { ANONYMOUS } from '../principal/caller.ts';
import { GRADE, type Grades } from '../principal/grade.ts';
import { grantFor } from '../service-rules/kmsGrants.ts';
import type { RuledRequest } from '../service-rules/serviceRule.ts';
import { LAYER_BIT } from '../layers/layer.ts';
import type { ResourceOwner } from '../statement/patternOwner.ts';
import type { Mutable } from './mutable.ts';
import type { KnownRequest } from './knownRequest.ts';
import { isFederatedByRoot } from './applicability.ts';
import { isCallersOwn, isInCallersAccount, sharesPartition } from './resourceOwner.ts';
import { resourcePolicyKindOf } from './resourcePolicyKind.ts';
import { settle, type LayerAnswers } from './settle.ts';
import { SETTLEMENTS, type Settlement } from '../settlement/settlement.ts';

/** The identity layer is always the first (see `layersOf`). */
const IDENTITY_LAYER = 0;

/** Which layers allow a request, and at which grades the resource policy does. */
export interface AllowingLayers {
  readonly grades: Grades;
  /** Whose the resource is; `undefined` leaves it to its ARN. */
  readonly owner: ResourceOwner | undefined;
  /** Whether some Allow statement of a layer, given by its index, matches. */
  allows(layer: number): boolean;
}

/** Weighs the layers that allow a request against those that do not, where no statement denies it. */
export class LayerWeigher {
  readonly #set: CompiledSet;
  /** There are RCPs, SCPs or endpoint policies that may not let a request through. */
  readonly #filters: boolean;
  /** There is nothing but identity-based policies. */
  readonly #identityOnly: boolean;
  /** Filled anew for each request, so that weighing allocates nothing. */
  readonly #answers: Mutable<LayerAnswers>;
  readonly #ruled: Mutable<RuledRequest>;
  /** The level or endpoint that did not let the last request through, if one did not. */
  blocking: number | undefined;

  constructor(set: CompiledSet) {
    this.#set = set;
    this.#filters = set.endpointLayers.length + set.rcpLevelsWithAllow.length + set.scpLayers.length > 0;
    this.#identityOnly =
      !this.#filters &&
      set.boundaryLayer < 0 &&
      set.sessionLayer < 0 &&
      set.resourcePolicies.length === 0 &&
      set.flags.resourcePolicyKind === undefined;
    this.#ruled = { caller: ANONYMOUS, resource: '', sameAccount: true, serviceLinked: false };
    this.#answers = {
      caller: ANONYMOUS,
      sameAccount: true,
      samePartition: true,
      resourcePolicyKind: undefined,
      resourcePolicyGiven: set.resourcePolicies.length > 0,
      needsBothSides: false,
      federatedByRoot: false,
      grant: 'none',
      grades: GRADE.none,
      identityAllows: false,
      boundaryAllows: false,
      hasSession: set.sessionLayer >= 0,
      sessionAllows: false,
    };
  }

  /**
   * Weighs (section 7): first RCPs, SCPs and endpoint policy as filters, then the policies that grant.
   *
   * @param known - the request.
   * @param layers - which layers allow it.
   */
  weigh(known: KnownRequest, layers: AllowingLayers): Settlement {
    this.blocking = undefined;
    if (!known.entry.wellFormed) return SETTLEMENTS['invalid-action'];
    if (this.#identityOnly && isPlainlyAllowed(known, layers)) return SETTLEMENTS['identity-allow'];
    const silent = this.#filters ? this.#silentFilter(known.inactive, layers) : undefined;
    const settlement = silent ?? this.#weighGrants(known, layers);
    return settlement.decision === 'Allow' ? (this.#refusal(known) ?? settlement) : settlement;
  }

  /** What a rule of a single service has against a request that all policies allow. */
  #refusal({ entry, caller, resource, serviceLinked }: KnownRequest): Settlement | undefined {
    if (caller.kind === 'anonymous' && !entry.takesUnsigned) return SETTLEMENTS['unsigned-refused'];
    if (caller.kind === 'federatedIdentity' && !entry.takesIdentityProviders) {
      return SETTLEMENTS['identity-provider-refused'];
    }
    const { refusals } = entry;
    const ruled = this.#ruled;
    ruled.caller = caller;
    ruled.resource = resource;
    ruled.serviceLinked = serviceLinked;
    for (let index = 0; index < refusals.length; index++) {
      const refusal = refusals[index]?.(ruled);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  }

  /** The first of RCP levels, SCP levels and endpoint policy that does not let the request through. */
  #silentFilter(inactive: number, layers: AllowingLayers): Settlement | undefined {
    const { endpointLayers, rcpLevelsWithAllow, scpLayers } = this.#set;
    if ((inactive & LAYER_BIT.rcp) === 0 && this.#isSilent(rcpLevelsWithAllow, layers)) {
      return SETTLEMENTS['rcp-silent'];
    }
    if ((inactive & LAYER_BIT.scp) === 0 && this.#isSilent(scpLayers, layers)) {
      return SETTLEMENTS['scp-silent'];
    }
    return this.#isSilent(endpointLayers, layers) ? SETTLEMENTS['endpoint-silent'] : undefined;
  }

  #isSilent(filters: readonly number[], layers: AllowingLayers): boolean {
    for (let index = 0; index < filters.length; index++) {
      const layer = filters[index] ?? IDENTITY_LAYER;
      if (!layers.allows(layer)) {
        this.blocking = layer;
        return true;
      }
    }
    return false;
  }

  #weighGrants(known: KnownRequest, layers: AllowingLayers): Settlement {
    const { caller } = known;
    const { boundaryLayer, sessionLayer, flags } = this.#set;
    const answers = this.#answers;
    answers.caller = caller;
    answers.federatedByRoot = isFederatedByRoot(caller.kind, flags);
    answers.grades = layers.grades;
    answers.needsBothSides = false;
    this.#answerOwner(known, layers.owner);
    answers.resourcePolicyKind = flags.resourcePolicyKind;
    if (!known.entry.plain) this.#answerSides(known);
    answers.grant = this.#grant(known);
    answers.identityAllows = layers.allows(IDENTITY_LAYER);
    answers.boundaryAllows = boundaryLayer < 0 || answers.federatedByRoot || layers.allows(boundaryLayer);
    answers.sessionAllows = sessionLayer >= 0 && layers.allows(sessionLayer);
    return settle(answers);
  }

  /** What rules of a single service say of whose policies count. */
  #answerSides(known: KnownRequest): void {
    const { entry, caller } = known;
    const answers = this.#answers;
    answers.resourcePolicyKind = resourcePolicyKindOf(known, this.#set.flags);
    for (const rule of entry.serviceRules) {
      if (rule.ignoresGrants === true) answers.grades = GRADE.none;
      if (rule.crossesAccounts === true) answers.sameAccount = true;
      if (rule.needsBothSides?.(caller) === true) answers.needsBothSides = true;
    }
  }

  #grant(known: KnownRequest): LayerAnswers['grant'] {
    const { grants } = this.#set;
    return grants.length === 0 ? 'none' : grantFor(grants, known);
  }

  #answerOwner({ request, resource, caller }: KnownRequest, owner: ResourceOwner | undefined): void {
    const { resourceAccount } = request;
    const answers = this.#answers;
    const given = resourceAccount != null;
    answers.sameAccount =
      owner === undefined || given
        ? isInCallersAccount(resource, resourceAccount, caller)
        : isCallersOwn(owner.account, caller);
    this.#ruled.sameAccount = answers.sameAccount;
    answers.samePartition =
      owner === undefined ? sharesPartition(resource, caller) : owner.partition === caller.partition;
  }
}

/**
 * Whether identity-based policies allow a user or role what is its account's own, and no rule of a single
 * service has a say: by far the most frequent way to an Allow, and `settle` would say the same.
 */
function isPlainlyAllowed({ request, caller, entry }: KnownRequest, layers: AllowingLayers): boolean {
  const { owner } = layers;
  return (
    owner !== undefined &&
    layers.allows(IDENTITY_LAYER) &&
    isCallersOwn(owner.account, caller) &&
    owner.partition === caller.partition &&
    request.resourceAccount == null &&
    entry.plain &&
    (caller.kind === 'user' || caller.kind === 'roleSession' || caller.kind === 'role')
  );
}
