import type { CompiledSet } from '../compiledSet.ts';
import { ANONYMOUS } from '../principal/caller.ts';
import { GRADE, type Grades } from '../principal/grade.ts';
import { grantFor } from '../service-rules/kmsGrants.ts';
import type { RuledRequest } from '../service-rules/serviceRule.ts';
import { LAYER_BIT } from '../layers/layer.ts';
import type { ResourceOwner } from '../statement/patternOwner.ts';
import type { Mutable } from './mutable.ts';
import type { Question } from './question.ts';
import { isFederatedByRoot } from './applicability.ts';
import { isCallersOwn, isInCallersAccount, sharesPartition } from './resourceOwner.ts';
import { resourcePolicyKindOf } from './resourcePolicyKind.ts';
import { settle, type LayerAnswers } from './settle.ts';
import { SETTLEMENTS, type Settlement } from '../settlement/settlement.ts';

/** The identity layer is always the first (see `layersOf`). */
const IDENTITY_LAYER = 0;

/** Which layers allow a request, and at which grades the resource policy does. */
export interface Tally {
  readonly grades: Grades;
  /** Whose the resource is; `undefined` leaves it to its ARN. */
  readonly owner: ResourceOwner | undefined;
  /** Whether some Allow statement of a layer, given by its index, matches. */
  allows(layer: number): boolean;
}

/** Draws the conclusion from a tally of layers for a request that no statement denies. */
export class Concluder {
  readonly #set: CompiledSet;
  /** There are RCPs, SCPs or endpoint policies that may not let a request through. */
  readonly #filters: boolean;
  /** There is nothing but identity-based policies. */
  readonly #identityOnly: boolean;
  /** Filled anew for each request, so that concluding allocates nothing. */
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
   * Concludes (section 7): first RCPs, SCPs and endpoint policy as filters, then the policies that grant.
   *
   * @param question - the request.
   * @param tally - which layers allow it.
   */
  conclude(question: Question, tally: Tally): Settlement {
    this.blocking = undefined;
    if (!question.entry.wellFormed) return SETTLEMENTS['invalid-action'];
    if (this.#identityOnly && isPlainlyAllowed(question, tally)) return SETTLEMENTS['identity-allow'];
    const silent = this.#filters ? this.#silentFilter(question.inactive, tally) : undefined;
    const settlement = silent ?? this.#weigh(question, tally);
    return settlement.decision === 'Allow' ? (this.#refusal(question) ?? settlement) : settlement;
  }

  /** What a rule of a single service has against a request that all policies allow. */
  #refusal({ entry, caller, resource, serviceLinked }: Question): Settlement | undefined {
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
  #silentFilter(inactive: number, tally: Tally): Settlement | undefined {
    const { endpointLayers, rcpLevelsWithAllow, scpLayers } = this.#set;
    if ((inactive & LAYER_BIT.rcp) === 0 && this.#isSilent(rcpLevelsWithAllow, tally)) {
      return SETTLEMENTS['rcp-silent'];
    }
    if ((inactive & LAYER_BIT.scp) === 0 && this.#isSilent(scpLayers, tally)) {
      return SETTLEMENTS['scp-silent'];
    }
    return this.#isSilent(endpointLayers, tally) ? SETTLEMENTS['endpoint-silent'] : undefined;
  }

  #isSilent(layers: readonly number[], tally: Tally): boolean {
    for (let index = 0; index < layers.length; index++) {
      const layer = layers[index] ?? IDENTITY_LAYER;
      if (!tally.allows(layer)) {
        this.blocking = layer;
        return true;
      }
    }
    return false;
  }

  #weigh(question: Question, tally: Tally): Settlement {
    const { caller } = question;
    const { boundaryLayer, sessionLayer, flags } = this.#set;
    const answers = this.#answers;
    answers.caller = caller;
    answers.federatedByRoot = isFederatedByRoot(caller.kind, flags);
    answers.grades = tally.grades;
    answers.needsBothSides = false;
    this.#answerOwner(question, tally.owner);
    answers.resourcePolicyKind = flags.resourcePolicyKind;
    if (!question.entry.plain) this.#answerSides(question);
    answers.grant = this.#grant(question);
    answers.identityAllows = tally.allows(IDENTITY_LAYER);
    answers.boundaryAllows = boundaryLayer < 0 || answers.federatedByRoot || tally.allows(boundaryLayer);
    answers.sessionAllows = sessionLayer >= 0 && tally.allows(sessionLayer);
    return settle(answers);
  }

  /** What rules of a single service say of whose policies count. */
  #answerSides(question: Question): void {
    const { entry, caller } = question;
    const answers = this.#answers;
    answers.resourcePolicyKind = resourcePolicyKindOf(question, this.#set.flags);
    for (const rule of entry.serviceRules) {
      if (rule.ignoresGrants === true) answers.grades = GRADE.none;
      if (rule.crossesAccounts === true) answers.sameAccount = true;
      if (rule.needsBothSides?.(caller) === true) answers.needsBothSides = true;
    }
  }

  #grant(question: Question): LayerAnswers['grant'] {
    const { grants } = this.#set;
    return grants.length === 0 ? 'none' : grantFor(grants, question);
  }

  #answerOwner({ request, resource, caller }: Question, owner: ResourceOwner | undefined): void {
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
function isPlainlyAllowed({ request, caller, entry }: Question, tally: Tally): boolean {
  const { owner } = tally;
  return (
    owner !== undefined &&
    tally.allows(IDENTITY_LAYER) &&
    isCallersOwn(owner.account, caller) &&
    owner.partition === caller.partition &&
    request.resourceAccount == null &&
    entry.plain &&
    (caller.kind === 'user' || caller.kind === 'roleSession' || caller.kind === 'role')
  );
}
