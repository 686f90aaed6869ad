import { ContextReader } from '@policywright/conditions';
import { RequestReader, type CompiledSet, type KnownRequest } from '@policywright/evaluator/engine';
import type { Given } from './given.ts';

/** An action that no rule of a single service is about. */
export const PLAIN_ACTION = 'policywright:ask';
/** One of a service with gateway endpoints (rule S33). */
export const GATEWAY_ACTION = 'dynamodb:ask';

/** Reads the request for an action, but for its resource. */
export class Asker {
  readonly #given: Given;
  readonly #requests: RequestReader;
  readonly #reader: ContextReader;

  /**
   * @param set - joined.
   * @param given - who asks.
   */
  constructor(set: CompiledSet, given: Given) {
    this.#given = given;
    this.#requests = new RequestReader(set);
    this.#reader = new ContextReader(set.keys);
  }

  /**
   * Reads the request for an action.
   *
   * @param action - in lower case.
   */
  ask(action: string): KnownRequest {
    const request = this.#given.request({ action, resource: '*', context: this.#given.context });
    this.#reader.load(request.context);
    const question = this.#requests.read(request, this.#reader);
    // The reader reads the next request into the same object.
    const facts = question.facts === undefined ? undefined : { ...question.facts };
    return { ...question, facts };
  }
}
