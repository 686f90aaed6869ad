import { expandActions } from '@policywright/catalog';
import { compileGlob, overlap, type Matcher } from '@policywright/arn';
import type { Statement } from '@policywright/policy';
import { isActionName } from '../../arbitraries/_internals/actionForm.ts';
import { fillWildcards } from './fillText.ts';
import { TELLING_ACTIONS } from './tellingActions.ts';

/** Lists the actions by which a statement might run through a guard rail, the plainest first. */
export class ActionCandidates {
  readonly #patterns: readonly string[];
  readonly #guard: readonly Matcher[];
  readonly #names: readonly string[];

  /**
   * @param patterns - the actions of the guard rail.
   * @param statements - those of every layer: what they name is tried first.
   */
  constructor(patterns: readonly string[], statements: readonly Statement[]) {
    this.#patterns = patterns;
    this.#guard = patterns.map(compileAction);
    const named = [...patterns, ...statements.flatMap(({ action }) => action.values)];
    const real = patterns.flatMap((pattern) => expandActions(pattern));
    this.#names = distinct([...named, ...TELLING_ACTIONS, ...real]).filter(
      (name) => isActionName(name) && matchesAny(this.#guard, name),
    );
  }

  /** Those that a statement covers; made-up names only where no real one is known. */
  of({ action: { negated, values } }: Statement): readonly string[] {
    const patterns = values.map(compileAction);
    const covered = (name: string): boolean => matchesAny(patterns, name) !== negated;
    const names = this.#names.filter(covered);
    return names.length > 0 ? names : this.#madeUp(negated ? ['*'] : values).filter(covered);
  }

  /** Those of the guard rail, whatever the statements say. */
  all(): readonly string[] {
    return this.#names.length > 0 ? this.#names : this.#madeUp(['*']);
  }

  #madeUp(values: readonly string[]): readonly string[] {
    const patterns = values.map(compileAction);
    const shared = patterns.flatMap((pattern) =>
      this.#guard.flatMap((guard) => {
        const found = overlap(pattern, guard);
        return found.verdict === 'yes' ? [found.witness] : [];
      }),
    );
    const texts = [...[...values, ...this.#patterns].map((text) => fillWildcards(text, '')), ...shared];
    // The shortest text of `s3:*` ends at the colon.
    return distinct(texts.flatMap((text) => [text, `${text}Example`, `example:${text}`])).filter(
      (text) => isActionName(text) && matchesAny(this.#guard, text) && matchesAny(patterns, text),
    );
  }
}

function compileAction(pattern: string): Matcher {
  return compileGlob(pattern, { ignoreCase: true });
}

function matchesAny(matchers: readonly Matcher[], text: string): boolean {
  return matchers.some((matcher) => matcher.matches(text));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
