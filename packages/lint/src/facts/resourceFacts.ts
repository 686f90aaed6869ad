import { LIMITS } from '../data/limits.ts';
import { compileArnPattern, overlap } from '@policywright/arn';
import type { Matcher } from '@policywright/arn';
import type { ResourceType } from '@policywright/catalog';
import { arnFormatsOf } from './arnFormats.ts';
import { formatFields } from './formatFields.ts';
import type { FormatFields } from './formatFields.ts';
import { globOf, globsOverlap } from './globsOverlap.ts';
import type { Glob } from './globsOverlap.ts';
import { knownPattern } from './knownParts.ts';
import { canName } from './namesInFormats.ts';
import { exampleOf } from './patternCovers.ts';
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
  readonly text: string;
  /** Whether the caller says that it has unknown parts: it then matches what it could match. */
  readonly unknown: boolean;
  /** Whether nothing is known of it, not even in part. */
  readonly isOpen: boolean;
  /** The text, or what it stands for, with every variable and what is not known widened to `*`. */
  readonly widened: string;
  /** The fields of an ARN, `arn` first, variables widened; fewer than six where it is none. */
  readonly fields: readonly string[];
  readonly hasVariable: boolean;
  readonly #missingFields: 'wildcard' | 'never';
  readonly #typeVerdicts = new Map<ResourceType, boolean>();
  #matcher: Matcher | undefined;
  #example: string | null | undefined;
  #resource: Glob | undefined;
  #possible: readonly FormatFields[] | undefined;
  #whole: boolean | undefined;

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

  /** A text that the widened pattern matches, where one was found. */
  get example(): string | undefined {
    if (this.#example === undefined) this.#example = exampleOf(this.matcher, this.widened) ?? null;
    return this.#example ?? undefined;
  }

  /**
   * Whether it can match a resource of a type, whose names hold what such names do; `true` also where that is too
   * costly to tell.
   */
  canMatch(type: ResourceType): boolean {
    let verdict = this.#typeVerdicts.get(type);
    if (verdict === undefined) {
      verdict = formatFields(type).some((format) => this.#canHave(format));
      this.#typeVerdicts.set(type, verdict);
    }
    return verdict;
  }

  /** The formats of the service that it names, whatever their Region and account, that its resource part can have. */
  get possibleFormats(): readonly FormatFields[] {
    return (this.#possible ??= this.isArn
      ? arnFormatsOf(this.fields[2] ?? '').filter((format) => this.#resourceFits(format))
      : []);
  }

  /** Whether a type of the service that it names has such fields, filled or empty, and such a resource part. */
  get isOfSomeType(): boolean {
    return this.possibleFormats.some((format) => this.#isFilledAs(format));
  }

  #canHave(format: FormatFields): boolean {
    if (!this.#isPlain)
      return overlap(this.matcher, format.matcher, { limit: LIMITS.steps }).verdict !== 'no';
    return this.#headFits(format) && this.#resourceFits(format) && this.#namesFit(format);
  }

  /**
   * An empty field is no Region and no account, unless the ARN fits nothing otherwise: then AWS leaves the field out for
   * resources of its own, or it is forgotten.
   */
  #headFits({ head }: FormatFields): boolean {
    return head.every((text, index) => {
      const own = this.fields[index + 1] ?? '';
      if (own === '' && text !== '' && index >= REGION) return !this.#isWhole;
      return own === text || (/[*?]/.test(own + text) && globsOverlap(globOf(own), globOf(text)));
    });
  }

  get #isWhole(): boolean {
    return (this.#whole ??= this.possibleFormats.some(
      (format) => this.#namesFit(format) && this.#isFilledAs(format),
    ));
  }

  /** Whether its Region and account are empty where those of a format are, and not elsewhere. */
  #isFilledAs({ region, account }: FormatFields): boolean {
    const [, , , own = '', owner = ''] = this.fields;
    return isFilledAs(own, region) && isFilledAs(owner, account);
  }

  #namesFit({ names }: FormatFields): boolean {
    return canName(this.fields[5] ?? '', names);
  }

  /**
   * Whether its fields are those of an ARN. A wildcard that ends a field could run past the colon (S50), and so
   * make nearly every pattern match a strange name of nearly every type; that is not what anybody means.
   */
  get #isPlain(): boolean {
    return this.isArn && !this.fields.slice(1, 5).some((field) => field.includes('/'));
  }

  #resourceFits(format: FormatFields): boolean {
    return globsOverlap((this.#resource ??= globOf(this.fields[5] ?? '')), format.resource);
  }
}

/** Where the Region stands among the fields behind `arn`. */
const REGION = 2;

function isFilledAs(own: string, text: string): boolean {
  return text === '' ? /^\**$/.test(own) : own !== '';
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
