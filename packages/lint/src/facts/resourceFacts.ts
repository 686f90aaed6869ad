import { compileArnPattern, type Matcher } from '@policywright/arn';
import { splitArn } from '@policywright/arn/engine';
import { knownPattern } from './knownParts.ts';
import { widenVariables } from './variables.ts';

/** How an entry of `Resource` or `NotResource` is read in its type of policy. */
interface ResourceReading {
  /** What an ARN with too few fields has in place of the others (rule S52). */
  readonly missingFields: 'wildcard' | 'never';
  /** Whether the caller says that it has unknown parts. */
  readonly unknown?: boolean;
  /** The ARN pattern that it abbreviates. */
  readonly standsFor?: string;
}

/** What is known about one entry of `Resource` or `NotResource`. */
export class ResourceFacts {
  /** The text as written. */
  readonly text: string;
  /** Whether the caller says that it has unknown parts: it then matches what it could match. */
  readonly unknown: boolean;
  /** Whether nothing is known of it, not even in part. */
  readonly isOpen: boolean;
  /** The text, or what it stands for, with every variable and what is not known widened to `*`. */
  readonly widened: string;
  /** The fields of an ARN, `arn` first, variables widened; fewer than six where it is none. */
  readonly fields: readonly string[];
  /** Whether it has a policy variable. */
  readonly hasVariable: boolean;
  readonly #missingFields: 'wildcard' | 'never';
  #matcher: Matcher | undefined;

  /** @internal */
  constructor(text: string, { missingFields, unknown = false, standsFor = text }: ResourceReading) {
    this.text = text;
    this.unknown = unknown;
    const known = unknown ? knownPattern(text) : widenVariables(standsFor);
    this.isOpen = known === undefined;
    this.widened = known ?? '*';
    this.fields = known === undefined ? [] : splitArn(known);
    this.hasVariable = this.widened !== standsFor;
    this.#missingFields = missingFields;
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
}
