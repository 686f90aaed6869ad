import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';
import type { PolicyNumbers } from '../decide/policyNumbers.ts';

/** What tells two sides of decisions apart, as text: the numbers of their policies. */
export class SideTexts {
  readonly #numbers: PolicyNumbers;
  readonly #levels: WeakMap<object, string> = new WeakMap();

  constructor(numbers: PolicyNumbers) {
    this.#numbers = numbers;
  }

  /** Of the policies of a principal and those above it; order and repetitions do not count. */
  ofPrincipal({ side: { identity = [], boundary, scps, account } }: PlacedPrincipal): string {
    const own = [...new Set(identity.map((policy) => this.#numbers.of(policy)))].sort((a, b) => a - b);
    const levels = account === 'management' ? 'management' : this.#levelsOf(scps);
    return [own.join(), boundary === undefined ? '' : this.#listOf(boundary), levels].join(';');
  }

  /** Of the policy of a resource and those above it. */
  ofResource({ side: { policy, rcps, account, kind } }: PlacedResource): string {
    const own =
      policy === undefined || policy === null ? '' : this.#listOf('statements' in policy ? [policy] : policy);
    const levels = account === 'management' ? 'management' : this.#levelsOf(rcps);
    return [own, levels, kind === undefined ? '' : JSON.stringify(kind)].join(';');
  }

  #levelsOf(levels: PolicySet['scps']): string {
    if (levels === undefined) return '';
    let text = this.#levels.get(levels);
    if (text === undefined) {
      text = levels.map((level) => this.#listOf(level)).join('/');
      this.#levels.set(levels, text);
    }
    return text;
  }

  #listOf(policies: readonly Policy[]): string {
    return policies.map((policy) => this.#numbers.of(policy)).join();
  }
}

/** Members of a record as text, in order of their names. */
export function recordText(record: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(
    Object.keys(record)
      .sort()
      .map((name) => [name, record[name]]),
  );
}
