import { ContextReader } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import type { PolicySetFlags } from '../request/policySet.ts';
import type { Request } from '../request/request.ts';
import type { CompiledStatement } from '../statement/compiledStatement.ts';
import { LayerWeigher } from './layerWeigher.ts';
import { LayerScan } from './layerScan.ts';
import type { KnownRequest } from './knownRequest.ts';
import { RequestReader } from './requestReader.ts';
import { SETTLEMENTS, type Settlement } from '../settlement/settlement.ts';

/** Carries out the decision flow of section 7 over a compiled policy set. */
export class DecisionFlow {
  readonly #reader: ContextReader;
  readonly #requests: RequestReader;
  readonly #scan: LayerScan;
  readonly #weigher: LayerWeigher;
  readonly #flags: PolicySetFlags;
  /** The last request, as it was read. */
  known: KnownRequest | undefined;
  /** The statement that denied the last request, if one did. */
  denying: CompiledStatement | undefined;
  /** The layer that did not let the last request through, if one did not (see `LayerWeigher`). */
  blocking: number | undefined;

  constructor(set: CompiledSet) {
    this.#reader = new ContextReader(set.keys);
    this.#requests = new RequestReader(set);
    this.#scan = new LayerScan(this.#reader, 1 + Math.max(...set.layers.map(({ index }) => index)));
    this.#weigher = new LayerWeigher(set);
    this.#flags = set.flags;
  }

  /** Decides one request and says how the decision came about. */
  settle(request: Request): Settlement {
    this.denying = undefined;
    this.blocking = undefined;
    this.#reader.load(request.context);
    const known = this.#requests.read(request, this.#reader);
    this.known = known;
    const exempt = known.entry.exempts ? exemption(known, this.#flags) : undefined;
    if (exempt !== undefined) return exempt;
    this.denying = this.#scan.run(known);
    if (this.denying !== undefined) return SETTLEMENTS['explicit-deny'];
    const settlement = this.#weigher.weigh(known, this.#scan);
    this.blocking = this.#weigher.blocking;
    return settlement;
  }
}

/** What a rule of a single service settles before any policy is read. */
export function exemption({ entry, caller }: KnownRequest, flags: PolicySetFlags): Settlement | undefined {
  for (const rule of entry.serviceRules) {
    const settlement = rule.exempt?.(caller, flags);
    if (settlement !== undefined) return settlement;
  }
  return undefined;
}
