import { compileArnPattern, overlap } from '@policywright/arn';
import type { Matcher } from '@policywright/arn';
import type { ResourceType } from '@policywright/catalog';
import { formatMatchers } from './formatMatchers.ts';
import { widenVariables } from './variables.ts';

/** What is known about one entry of `Resource` or `NotResource`. */
export class ResourceFacts {
  readonly text: string;
  /** Whether the caller says that it has unknown parts: it then matches what it could match. */
  readonly unknown: boolean;
  /** The text with every variable widened to `*`. */
  readonly widened: string;
  /** The fields of an ARN, `arn` first, variables widened; fewer than six where it is none. */
  readonly fields: readonly string[];
  readonly #missingFields: 'wildcard' | 'never';
  readonly #typeVerdicts = new Map<ResourceType, boolean>();
  #matcher: Matcher | undefined;

  constructor(text: string, missingFields: 'wildcard' | 'never', unknown: boolean) {
    this.text = text;
    this.unknown = unknown;
    this.widened = unknown ? '*' : widenVariables(text);
    this.fields = unknown ? [] : splitArn(this.widened);
    this.#missingFields = missingFields;
  }

  get hasVariable(): boolean {
    return this.text !== this.widened;
  }

  /** Whether it matches every resource (rule S46). */
  get isEverything(): boolean {
    return !this.unknown && /^\*+$/.test(this.text);
  }

  /** Whether it is an ARN with all its fields. */
  get isArn(): boolean {
    return this.fields.length === 6 && this.fields[0] === 'arn';
  }

  /** The widened pattern, compiled (rules S46 to S56). */
  get matcher(): Matcher {
    return (this.#matcher ??= compileArnPattern(this.widened, {
      dialect: 'resource',
      missingFields: this.#missingFields,
    }));
  }

  /** Whether it can match a resource of a type; `true` also where that is too costly to tell. */
  canMatch(type: ResourceType): boolean {
    let verdict = this.#typeVerdicts.get(type);
    if (verdict === undefined) {
      verdict = formatMatchers(type).some((format) => overlap(this.matcher, format).verdict !== 'no');
      this.#typeVerdicts.set(type, verdict);
    }
    return verdict;
  }
}

function splitArn(text: string): readonly string[] {
  const fields: string[] = [];
  let start = 0;
  while (fields.length < 5) {
    const colon = text.indexOf(':', start);
    if (colon < 0) break;
    fields.push(text.slice(start, colon));
    start = colon + 1;
  }
  return [...fields, text.slice(start)];
}
