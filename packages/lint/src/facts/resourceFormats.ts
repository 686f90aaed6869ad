import { overlap } from '@policywright/arn';
import type { ResourceType } from '@policywright/catalog';
import { LIMITS } from '../data/limits.ts';
import { arnFormatsOf } from './arnFormats.ts';
import { formatFields, type FormatFields } from './formatFields.ts';
import { globOf, globsOverlap, type Glob } from './globsOverlap.ts';
import { canName } from './namesInFormats.ts';
import type { ResourceFacts } from './resourceFacts.ts';
import type { StatementFacts } from './statementFacts.ts';

/**
 * Whether an entry of `Resource` can match a resource of a type, whose names hold what such names do; `true` also where
 * that is too costly to tell.
 */
export function canMatch(facts: ResourceFacts, type: ResourceType): boolean {
  return formatsFor(facts).canMatch(type);
}

/** Entries of `Resource`, by the service that they name, which that of a type has to be. */
class ResourcesByService {
  readonly #named = new Map<string, ResourceFacts[]>();
  readonly #others: ResourceFacts[] = [];
  readonly #verdicts = new Map<ResourceType, boolean>();

  /** @param resources - the entries. */
  constructor(resources: Iterable<ResourceFacts>) {
    for (const facts of resources) {
      const service = isPlain(facts) ? (facts.fields[2] ?? '') : '*';
      if (/[*?]/.test(service)) this.#others.push(facts);
      else if (this.#named.get(service)?.push(facts) === undefined) this.#named.set(service, [facts]);
    }
  }

  /** Whether an entry can match a resource of a type. Many actions share a type, so that answers are kept. */
  canBe(type: ResourceType): boolean {
    let verdict = this.#verdicts.get(type);
    if (verdict === undefined) this.#verdicts.set(type, (verdict = this.some(type, () => true)));
    return verdict;
  }

  /** Whether an entry that passes can match a resource of a type. */
  some(type: ResourceType, passes: (facts: ResourceFacts) => boolean): boolean {
    const isOne = (facts: ResourceFacts): boolean => passes(facts) && canMatch(facts, type);
    const services = servicesOf(type);
    if (services.some((service) => service.includes('*'))) {
      return this.#others.some(isOne) || [...this.#named.values()].some((list) => list.some(isOne));
    }
    return this.#others.some(isOne) || services.some((name) => this.#named.get(name)?.some(isOne));
  }
}

// The types of the catalog are immutable and live as long as it does.
const servicesByType = new WeakMap<ResourceType, readonly string[]>();

/** The services that the ARN formats of a type name, each once. */
function servicesOf(type: ResourceType): readonly string[] {
  let services = servicesByType.get(type);
  if (services === undefined) {
    services = [...new Set(formatFields(type).map(({ head }) => head[1] ?? ''))];
    servicesByType.set(type, services);
  }
  return services;
}

const byService = new WeakMap<StatementFacts, ResourcesByService>();

/** The entries of a statement by the service that they name, sorted once. */
export function resourcesByService(statement: StatementFacts): ResourcesByService {
  let sorted = byService.get(statement);
  if (sorted === undefined) {
    sorted = new ResourcesByService(statement.resources.map(({ facts }) => facts));
    byService.set(statement, sorted);
  }
  return sorted;
}

/**
 * Whether its fields are those of an ARN. A wildcard that ends a field could run past the colon (S50), and so
 * make nearly every pattern match a strange name of nearly every type; that is not what anybody means.
 */
function isPlain({ isArn, fields }: ResourceFacts): boolean {
  return isArn && !fields.slice(1, 5).some((field) => field.includes('/'));
}

/** The formats of the service that an entry names, whatever their Region and account, that its resource part can have. */
export function possibleFormats(facts: ResourceFacts): readonly FormatFields[] {
  return formatsFor(facts).possible;
}

/** Whether a type of the service that an entry names has such fields, filled or empty, and such a resource part. */
export function isOfSomeType(facts: ResourceFacts): boolean {
  return formatsFor(facts).isOfSomeType;
}

const known = new WeakMap<ResourceFacts, ResourceFormats>();

function formatsFor(facts: ResourceFacts): ResourceFormats {
  let found = known.get(facts);
  if (found === undefined) known.set(facts, (found = new ResourceFormats(facts)));
  return found;
}

/** What the catalog has for one entry of `Resource` or `NotResource`; apart from it, so that only rules load it. */
class ResourceFormats {
  readonly #facts: ResourceFacts;
  readonly #typeVerdicts = new Map<ResourceType, boolean>();
  #resource: Glob | undefined;
  #possible: readonly FormatFields[] | undefined;
  #whole: boolean | undefined;

  constructor(facts: ResourceFacts) {
    this.#facts = facts;
  }

  canMatch(type: ResourceType): boolean {
    let verdict = this.#typeVerdicts.get(type);
    if (verdict === undefined) {
      verdict = formatFields(type).some((format) => this.#canHave(format));
      this.#typeVerdicts.set(type, verdict);
    }
    return verdict;
  }

  get possible(): readonly FormatFields[] {
    const { isArn, fields } = this.#facts;
    return (this.#possible ??= isArn
      ? arnFormatsOf(fields[2] ?? '').filter((format) => this.#resourceFits(format))
      : []);
  }

  get isOfSomeType(): boolean {
    return this.possible.some((format) => this.#isFilledAs(format));
  }

  #canHave(format: FormatFields): boolean {
    if (!isPlain(this.#facts))
      return overlap(this.#facts.matcher, format.matcher, { limit: LIMITS.steps }).verdict !== 'no';
    return this.#headFits(format) && this.#resourceFits(format) && this.#namesFit(format);
  }

  /**
   * An empty field is no Region and no account, unless the ARN fits nothing otherwise: then AWS leaves the field out for
   * resources of its own, or it is forgotten.
   */
  #headFits({ head }: FormatFields): boolean {
    return head.every((text, index) => {
      const own = this.#facts.fields[index + 1] ?? '';
      if (own === '' && text !== '' && index >= REGION) return !this.#isWhole;
      return own === text || (/[*?]/.test(own + text) && globsOverlap(globOf(own), globOf(text)));
    });
  }

  get #isWhole(): boolean {
    return (this.#whole ??= this.possible.some(
      (format) => this.#namesFit(format) && this.#isFilledAs(format),
    ));
  }

  /** Whether its Region and account are empty where those of a format are, and not elsewhere. */
  #isFilledAs({ region, account }: FormatFields): boolean {
    const [, , , own = '', owner = ''] = this.#facts.fields;
    return isFilledAs(own, region) && isFilledAs(owner, account);
  }

  #namesFit({ names }: FormatFields): boolean {
    return canName(this.#facts.fields[5] ?? '', names);
  }

  #resourceFits(format: FormatFields): boolean {
    return globsOverlap((this.#resource ??= globOf(this.#facts.fields[5] ?? '')), format.resource);
  }
}

/** Where the Region stands among the fields behind `arn`. */
const REGION = 2;

function isFilledAs(own: string, text: string): boolean {
  return text === '' ? /^\**$/.test(own) : own !== '';
}
