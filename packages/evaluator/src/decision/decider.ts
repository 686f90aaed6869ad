import { ContextReader } from '@policywright/conditions';
import type { CompiledSet } from '../compiledSet.ts';
import type { PolicySetFlags } from '../request/policySet.ts';
import type { Request } from '../request/request.ts';
import type { CompiledStatement } from '../statement/compiledStatement.ts';
import { Concluder } from './concluder.ts';
import { LayerScan } from './layerScan.ts';
import type { Question } from './question.ts';
import { RequestReader } from './requestReader.ts';
import { SETTLEMENTS, type Settlement } from '../settlement/settlement.ts';

/** Carries out the decision flow of section 7 over a compiled policy set. */
export class Decider {
  readonly #reader: ContextReader;
  readonly #requests: RequestReader;
  readonly #scan: LayerScan;
  readonly #concluder: Concluder;
  readonly #flags: PolicySetFlags;
  /** The last request, as it was read. */
  question: Question | undefined;
  /** The statement that denied the last request, if one did. */
  denying: CompiledStatement | undefined;
  /** The layer that did not let the last request through, if one did not (see `Concluder`). */
  blocking: number | undefined;

  constructor(set: CompiledSet) {
    this.#reader = new ContextReader(set.keys);
    this.#requests = new RequestReader(set);
    this.#scan = new LayerScan(this.#reader, 1 + Math.max(...set.layers.map(({ index }) => index)));
    this.#concluder = new Concluder(set);
    this.#flags = set.flags;
  }

  /** Decides one request and says how the decision came about. */
  settle(request: Request): Settlement {
    this.denying = undefined;
    this.blocking = undefined;
    this.#reader.load(request.context);
    const question = this.#requests.read(request, this.#reader);
    this.question = question;
    const exempt = question.entry.exempts ? exemption(question, this.#flags) : undefined;
    if (exempt !== undefined) return exempt;
    this.denying = this.#scan.run(question);
    if (this.denying !== undefined) return SETTLEMENTS['explicit-deny'];
    const settlement = this.#concluder.conclude(question, this.#scan);
    this.blocking = this.#concluder.blocking;
    return settlement;
  }
}

/** What a rule of a single service settles before any policy is read. */
export function exemption({ entry, caller }: Question, flags: PolicySetFlags): Settlement | undefined {
  for (const rule of entry.serviceRules) {
    const settlement = rule.exempt?.(caller, flags);
    if (settlement !== undefined) return settlement;
  }
  return undefined;
}
