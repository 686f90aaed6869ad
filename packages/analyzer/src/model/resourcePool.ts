import { ANY, compileArnPattern, STAR, type GlobTokens } from '@policywright/arn';
import { TokenBuffer } from '@policywright/arn/engine';
import { patternOf, symbolOf, type FamilyPattern } from '@policywright/arn/family';
import type { ContextReader } from '@policywright/conditions';
import type { Template, Variable } from '@policywright/conditions/engine';
import type { CompiledStatement, ResourcePattern } from '@policywright/evaluator/engine';
import { Interned } from './interned.ts';
import type { Given } from './given.ts';
import type { ResourceRequirement, VariableAtom } from './requirement.ts';

/** What a `Resource` element asks, and a key that is equal for elements that ask the same. */
export interface ResourceAsked {
  readonly key: string;
  readonly asked: Pick<ResourceRequirement, 'negated' | 'patterns' | 'atoms' | 'voiding'>;
}

const EVERYTHING: FamilyPattern = { codes: Int32Array.of(STAR) };

/** Reads `Resource` and `NotResource`, so that equal patterns are one object. */
export class ResourcePool {
  readonly #patterns: Interned<FamilyPattern | undefined> = new Interned();
  readonly #atoms: Interned<VariableAtom> = new Interned();
  readonly #symbols: Interned<number> = new Interned();
  readonly #reader: ContextReader;
  readonly #given: Given;

  /**
   * @param reader - has loaded the keys that are the same in all requests.
   * @param given - says which these are.
   */
  constructor(reader: ContextReader, given: Given) {
    this.#reader = reader;
    this.#given = given;
  }

  /**
   * Reads the element of a statement.
   *
   * @param statement - compiled.
   * @returns what it asks; `always` if it covers every resource, `never` if none.
   */
  read(statement: CompiledStatement): ResourceAsked | 'always' | 'never' {
    const { resources, source, voidedByUnresolved } = statement;
    if (resources === undefined) return 'always';
    const negated = source.resource?.negated ?? false;
    if (resources.some(({ every }) => every)) return negated ? 'never' : 'always';
    const voids = negated && voidedByUnresolved;
    const patterns = new Set<FamilyPattern>();
    const atoms = new Set<VariableAtom>();
    const voiding = new Set<number>();
    for (const resource of resources) {
      const { form } = resource;
      if (form.kind === 'fixed') {
        const pattern = this.#patterns.get(keyOf(resource), () => patternOf(form.matcher));
        if (pattern !== undefined) patterns.add(pattern);
        continue;
      }
      if (form.kind === 'template') {
        // A variable where none can be never has a value: the pattern matches nothing (S114).
        if (
          !form.template.resolvable ||
          form.template.variables.some((variable) => this.#isAbsent(variable))
        ) {
          if (voids) return 'never';
          continue;
        }
        if (voids) for (const slot of this.#withoutDefault(form.template)) voiding.add(slot);
        if (form.template.variables.every((variable) => this.#textOf(variable) !== undefined)) {
          const { template } = form;
          const pattern = this.#patterns.get(keyOf(resource), () =>
            arnPattern(this.#tokens(template, () => STAR)),
          );
          if (pattern !== undefined) patterns.add(pattern);
          continue;
        }
      }
      atoms.add(this.#atom(resource));
    }
    if (patterns.size + atoms.size === 0) return negated && voiding.size === 0 ? 'always' : 'never';
    const texts = [...new Set(resources.map(keyOf))].sort();
    return {
      key: `${negated ? (voids ? '!!' : '!') : ''}${JSON.stringify(texts)}`,
      asked: { negated, patterns: [...patterns], atoms: [...atoms], voiding: [...voiding] },
    };
  }

  #withoutDefault({ variables }: Template): readonly number[] {
    return variables
      .filter(({ slot, fallback }) => fallback === undefined && !this.#hasText(slot))
      .map(({ slot }) => slot);
  }

  #atom(resource: ResourcePattern): VariableAtom {
    return this.#atoms.get(resource.text, (id) => {
      const { form } = resource;
      // Of an abbreviation nothing is known but that it covers some resources.
      if (form.kind !== 'template') {
        const symbolic = { codes: Int32Array.of(this.#symbol(resource.text)) };
        return { id, upper: EVERYTHING, symbolic, slots: [], texts: () => [] };
      }
      const { template } = form;
      return {
        id,
        upper: arnPattern(this.#tokens(template, () => STAR)),
        symbolic: arnPattern(this.#tokens(template, (variable) => this.#symbolOf(variable))),
        slots: template.variables.map(({ slot }) => slot).filter((slot) => !this.#given.fixes(slot)),
        texts: (reader) => textsOf(template, reader),
      };
    });
  }

  /** The tokens of a template, with a token for each variable whose value is not given. */
  #tokens({ parts }: Template, tokenOf: (variable: Variable) => number): GlobTokens {
    const tokens: number[] = [];
    for (const part of parts) {
      if (part instanceof Int32Array) tokens.push(...part);
      else {
        const value = this.#textOf(part);
        if (value !== undefined) for (let at = 0; at < value.length; at++) tokens.push(value.charCodeAt(at));
        else tokens.push(tokenOf(part));
      }
    }
    return Int32Array.from(tokens.filter((token, at) => token !== STAR || tokens[at - 1] !== STAR));
  }

  #hasText(slot: number): boolean {
    return this.#given.fixes(slot) && typeof this.#reader.value(slot) === 'string';
  }

  /** What a variable stands for in all requests; `undefined` where it is not the same, or no text. */
  #textOf({ slot, fallback }: Variable): string | undefined {
    const value = this.#reader.value(slot);
    if (typeof value === 'string') return this.#given.fixes(slot) ? value : undefined;
    return this.#given.isAbsent(slot) ? fallback : undefined;
  }

  /** No request has the key of a variable that has no default. */
  #isAbsent({ slot, fallback }: Variable): boolean {
    return fallback === undefined && this.#given.isAbsent(slot);
  }

  /** A variable with a default is another one than the same without: only one of them has a value where the key is absent. */
  #symbolOf({ slot, fallback }: Variable): number {
    return this.#symbol(`${slot} ${fallback ?? ''} ${fallback === undefined}`);
  }

  #symbol(key: string): number {
    return symbolOf(this.#symbols.get(key, (number) => number));
  }
}

/** Texts that a template matches in a context, its wildcards filled with nothing and with a letter. */
function textsOf(template: Template, reader: ContextReader): readonly string[] {
  const buffer = new TokenBuffer();
  if (template.fill(reader, buffer) !== 'resolved') return [];
  const tokens = buffer.tokens.slice(0, buffer.length);
  return ['', 'x', 'x/y'].map((star) =>
    Array.from(tokens, (token) =>
      token === STAR ? star : token === ANY ? 'x' : String.fromCharCode(token),
    ).join(''),
  );
}

/** A pattern's text tells what it is, but for what fields that it leaves out mean and for escapes. */
function keyOf({ text, form }: ResourcePattern): string {
  const isPlain = form.kind !== 'fixed' || (!text.includes('${') && text.split(':', 6).length === 6);
  return isPlain ? text : `${text} ${form.matcher.tokens.join()}`;
}

function arnPattern(tokens: GlobTokens): FamilyPattern {
  return patternOf(compileArnPattern(tokens, { dialect: 'resource' })) ?? { codes: Int32Array.of() };
}
