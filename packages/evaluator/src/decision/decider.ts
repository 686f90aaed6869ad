import { ContextReader } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import type { ActionEntry } from '../index/actionIndex.ts';
import { readCaller, type Caller } from '../principal/caller.ts';
import { GRADE } from '../principal/grade.ts';
import type { Request } from '../request/request.ts';
import type { CompiledStatement } from '../statement/compiledStatement.ts';
import { LAYER_BIT } from '../statement/layer.ts';
import { LayerScan } from './layerScan.ts';
import { RequestReader } from './requestReader.ts';
import { settle, type LayerAnswers } from './settle.ts';
import { SETTLEMENTS, type Settlement } from './settlement.ts';

/** The identity layer is always the first (see `layersOf`). */
const IDENTITY_LAYER = 0;

/** Carries out the decision flow of section 7 over a compiled policy set. */
export class Decider {
  readonly #set: CompiledSet;
  readonly #reader: ContextReader;
  readonly #requests: RequestReader;
  readonly #scan: LayerScan;
  /** The statement that denied the last request, if one did. */
  denying: CompiledStatement | undefined;
  /** The layer that kept the last request from being allowed, if one did before the policies were weighed. */
  blocking: number | undefined;
  /** Filled anew for each request, so that deciding allocates nothing. */
  readonly #answers: { -readonly [Name in keyof LayerAnswers]: LayerAnswers[Name] };

  constructor(set: CompiledSet) {
    this.#set = set;
    this.#reader = new ContextReader(set.keys);
    this.#requests = new RequestReader(set);
    this.#scan = new LayerScan(this.#reader, set.layers.length);
    this.#answers = {
      caller: readCaller('anonymous'),
      sameAccount: true,
      samePartition: true,
      resourcePolicyKind: undefined,
      grades: GRADE.none,
      identityAllows: false,
      boundaryAllows: false,
      hasSession: set.layersByKind.session.length > 0,
      sessionAllows: false,
    };
  }

  /** Decides one request and says how the decision came about. */
  settle(request: Request): Settlement {
    this.denying = undefined;
    this.blocking = undefined;
    const caller = this.#requests.caller(request);
    const entry = this.#set.index.lookup(request.action);
    for (const rule of entry.serviceRules) {
      const exempt = rule.exempt?.(caller);
      if (exempt !== undefined) return exempt;
    }
    this.#reader.load(request.context);
    const inactive = this.#requests.inactiveLayers(caller, entry);
    this.#scan.begin(
      this.#set.namesPrincipals ? this.#requests.facts(caller, this.#reader) : undefined,
      inactive,
    );
    this.denying = this.#scan.run(entry, request.resource);
    if (this.denying !== undefined) return SETTLEMENTS['explicit-deny'];
    if (!entry.wellFormed) return SETTLEMENTS['invalid-action'];
    return this.#silentFilter(inactive) ?? this.#weigh(request, caller, entry);
  }

  /** The first of RCP levels, SCP levels and endpoint policy that does not let the request through. */
  #silentFilter(inactive: number): Settlement | undefined {
    const { layersByKind, rcpLevelsWithAllow } = this.#set;
    if ((inactive & LAYER_BIT.rcp) === 0 && this.#isSilent(rcpLevelsWithAllow))
      return SETTLEMENTS['rcp-silent'];
    if ((inactive & LAYER_BIT.scp) === 0 && this.#isSilent(layersByKind.scp))
      return SETTLEMENTS['scp-silent'];
    return this.#isSilent(layersByKind.vpcEndpoint) ? SETTLEMENTS['endpoint-silent'] : undefined;
  }

  #isSilent(layers: readonly number[]): boolean {
    for (const layer of layers) {
      if (!this.#scan.allows(layer)) {
        this.blocking = layer;
        return true;
      }
    }
    return false;
  }

  #weigh(request: Request, caller: Caller, entry: ActionEntry): Settlement {
    const [boundary] = this.#set.layersByKind.boundary;
    const [session] = this.#set.layersByKind.session;
    const scan = this.#scan;
    const answers = this.#answers;
    answers.caller = caller;
    answers.sameAccount = this.#requests.sameAccount(request, caller);
    answers.samePartition = this.#requests.samePartition(request, caller);
    answers.resourcePolicyKind = this.#resourcePolicyKind(request.resource, entry);
    answers.grades = scan.grades;
    answers.identityAllows = scan.allows(IDENTITY_LAYER);
    answers.boundaryAllows = boundary === undefined || scan.allows(boundary);
    answers.sessionAllows = session !== undefined && scan.allows(session);
    return settle(answers);
  }

  #resourcePolicyKind(resource: string, entry: ActionEntry): 'kms' | 'trust' | undefined {
    const { flags, layersByKind } = this.#set;
    if (flags.resourcePolicyKind !== undefined) return flags.resourcePolicyKind;
    if (layersByKind.resource.length === 0) return undefined;
    for (const rule of entry.serviceRules) {
      const kind = rule.resourcePolicyKind?.(resource);
      if (kind !== undefined) return kind;
    }
    return undefined;
  }
}
