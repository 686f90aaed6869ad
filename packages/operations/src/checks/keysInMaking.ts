import type { ContextValue, RequestContext } from '@policywright/conditions';
import type { Relevance } from '../plan/relevance.ts';
import type { KnownKeys } from './callerKeys.ts';

/** What decides whether a key is taken. */
export interface KeyChoice {
  readonly relevance: Relevance;
  /** The keys that the call says itself, in lower case. */
  readonly given: ReadonlySet<string>;
}

/** The keys of a check in the making. What it starts from, other checks have too: it is copied before anything is added. */
export class KeysInMaking {
  readonly choice: KeyChoice;
  readonly #start: KnownKeys;
  #context: Record<string, ContextValue> | undefined = undefined;
  #absent: string[] | undefined = undefined;

  /**
   * @param start - what is known already.
   * @param choice - which keys are taken.
   */
  constructor(start: KnownKeys, choice: KeyChoice) {
    this.#start = start;
    this.choice = choice;
  }

  get context(): RequestContext {
    return this.#context ?? this.#start.context;
  }

  get absent(): readonly string[] {
    return this.#absent ?? this.#start.absent;
  }

  /** Adds a key where requests can have it, and the call did not say it itself. */
  offer(key: string, value: ContextValue): void {
    const { relevance, given } = this.choice;
    if (!relevance.has(key)) return;
    if (given.size === 0 || !given.has(key.toLowerCase())) this.set(key, value);
  }

  /** Adds a key. */
  set(key: string, value: ContextValue): void {
    this.#context ??= { ...this.#start.context };
    this.#context[key] = value;
  }

  /** Adds a key that the request is known not to have; with `*` at the end, all that begin so. */
  lack(key: string): void {
    this.#absent ??= [...this.#start.absent];
    this.#absent.push(key);
  }

  /** What is known by now; nothing is to be added after it. */
  finish(): KnownKeys {
    return { context: this.context, absent: this.absent };
  }
}
