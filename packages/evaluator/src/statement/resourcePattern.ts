import { compileArnPattern, type Matcher } from '@policywright/arn';
import { matchArnTokens, TokenBuffer } from '@policywright/arn/engine';
import { type ContextReader, type KeyTable } from '@policywright/conditions';
import { compileTemplate, type Template } from '@policywright/conditions/template';
import { AbbreviatedPattern, fullForm } from './abbreviatedPattern.ts';
import { ownerOfAll, type ResourceOwner } from './patternOwner.ts';
import type { ResourceForm, ResourceMatch, ResourcePattern } from './resourceMatch.ts';

/** Options of `compileResourcePattern`. */
export interface ResourcePatternOptions {
  readonly keys: KeyTable;
  /** Whether the document's version has policy variables (rule S3). */
  readonly variables: boolean;
  /** What fewer than six segments mean (rule S52). */
  readonly missingFields: MissingFields;
  /** The policy is of a resource, where API Gateway knows its API by an abbreviation (rule S209). */
  readonly abbreviations: boolean;
}

/** What a field that an ARN leaves out stands for: anything, anything but nothing, or no resource at all. */
export type MissingFields = 'wildcard' | 'filled' | 'never';

/**
 * Compiles one resource pattern (rules S46 to S58 and S114).
 *
 * @param text - as in the document.
 * @param options - the language version and the reading of short ARNs.
 */
export function compileResourcePattern(text: string, options: ResourcePatternOptions): ResourcePattern {
  const { keys, missingFields } = options;
  const full = options.abbreviations ? fullForm(text) : undefined;
  if (full !== undefined) return new AbbreviatedPattern(text, compileResourcePattern(full, options));
  const template = options.variables && text.includes('${') ? compileTemplate(text, keys) : undefined;
  if (template !== undefined && template.tokens === undefined) return new VariablePattern(text, template);
  // With all its fields, a text is the whole pattern; it is compiled when a request first meets it.
  if (template === undefined && hasAllFields(text)) return new FixedPattern(text, undefined);
  const pattern = template?.tokens ?? text;
  return new FixedPattern(text, compileArnPattern(pattern, { dialect: 'resource', missingFields }));
}

const NO_SLOTS: readonly number[] = [];

/** Whether a text has the five colons of an ARN, so that rule S52 does not bear on it. */
function hasAllFields(text: string): boolean {
  let position = -1;
  for (let colons = 0; colons < 5; colons++) {
    position = text.indexOf(':', position + 1);
    if (position < 0) return false;
  }
  return true;
}

class FixedPattern implements ResourcePattern {
  readonly text: string;
  readonly every: boolean;
  readonly prefix: string;
  readonly suffix: string;
  owner: ResourceOwner | undefined;
  readonly slots: readonly number[] = NO_SLOTS;
  #matcher: Matcher | undefined;

  /**
   * @param text - as in the document.
   * @param matcher - the pattern, compiled; left out for a text that is the whole pattern.
   */
  constructor(text: string, matcher: Matcher | undefined) {
    this.text = text;
    this.#matcher = matcher;
    this.every = matcher?.kind === 'any';
    this.prefix = matcher?.prefix ?? text.slice(0, firstWildcard(text));
    this.suffix = matcher?.suffix ?? text.slice(lastWildcard(text) + 1);
    if (matcher !== undefined) this.owner = ownerOfAll(this.prefix);
  }

  get form(): ResourceForm {
    return { kind: 'fixed', matcher: this.#matcher ?? this.#compile() };
  }

  match(resource: string): ResourceMatch {
    return (this.#matcher ?? this.#compile()).matches(resource) ? 'match' : 'noMatch';
  }

  #compile(): Matcher {
    this.owner = ownerOfAll(this.prefix);
    return (this.#matcher = compileArnPattern(this.text, { dialect: 'resource' }));
  }
}

/** Where the first `*` or `?` is; the text's length if there is none. */
function firstWildcard(text: string): number {
  const at = text.search(/[*?]/);
  return at < 0 ? text.length : at;
}

/** Where the last `*` or `?` is, or -1. */
function lastWildcard(text: string): number {
  return Math.max(text.lastIndexOf('*'), text.lastIndexOf('?'));
}

/** A pattern with variables: filled from the request context into one buffer, then matched. */
class VariablePattern implements ResourcePattern {
  readonly text: string;
  readonly every: boolean = false;
  readonly prefix: string;
  readonly suffix: string = '';
  readonly owner: ResourceOwner | undefined;
  readonly slots: readonly number[];
  readonly #template: Template;
  readonly #buffer: TokenBuffer = new TokenBuffer();

  constructor(text: string, template: Template) {
    this.text = text;
    this.slots = template.variables.map(({ slot }) => slot);
    this.#template = template;
    this.prefix = literalHead(template);
    this.owner = ownerOfAll(this.prefix);
  }

  get form(): ResourceForm {
    return { kind: 'template', template: this.#template };
  }

  match(resource: string, reader: ContextReader): ResourceMatch {
    this.#buffer.clear();
    const filled = this.#template.fill(reader, this.#buffer);
    if (filled === 'unresolved') return filled;
    const matches = matchArnTokens(this.#buffer, resource, 'resource');
    if (filled === 'undecided') return matches ? 'undecided' : 'missing';
    return matches ? 'match' : 'noMatch';
  }
}

function literalHead(template: Template): string {
  const first = template.parts[0];
  if (!(first instanceof Int32Array)) return '';
  let head = '';
  for (const token of first) {
    if (token < 0) break;
    head += String.fromCharCode(token);
  }
  return head;
}
