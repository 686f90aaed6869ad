import type { Action, ActionResource, ConditionKey, ResourceType } from '@policywright/catalog';
import { arnHead, FLAGS, KEY_TYPES, LEVELS, shapeDigits } from '@policywright/catalog/internal/textFormat';
import { byCodePoint, type SourceService } from './sourceCatalog.ts';

/**
 * Writes a service in the compact text format of the catalog package.
 *
 * @returns text of which `decodeService` makes the same service again.
 * @throws {Error} when a name has a character that the format uses itself.
 */
export function encodeService(service: SourceService): string {
  const encoder = new ServiceEncoder(service);
  const head = [
    `${service.prefix} ${service.resourceControlPolicies ? '+' : ''}${service.name}`,
    service.conditionKeys.map((key) => encoder.key(key)).join('|') || '-',
    ...service.resourceTypes.map((type) => encoder.resourceType(type)),
  ];
  return [head.join('\n'), ...encoder.actions(), encoder.scenarios().join('\n')].join('\n\n').trimEnd();
}

class ServiceEncoder {
  readonly #service: SourceService;
  readonly #keyIndex: ReadonlyMap<string, string>;
  readonly #resourceIndex: ReadonlyMap<string, string>;

  constructor(service: SourceService) {
    this.#service = service;
    this.#keyIndex = indexByLowerCase(service.conditionKeys);
    this.#resourceIndex = indexByLowerCase(service.resourceTypes);
  }

  key(key: ConditionKey): string {
    const letter = letterOf(KEY_TYPES, key.type);
    const own = `${this.#service.prefix}:`;
    const name = key.name.startsWith(own) ? key.name.slice(own.length - 1) : key.name;
    return (key.multivalued ? letter.toLowerCase() : letter) + plain(bracketed(name), /[|@\n]/);
  }

  resourceType(type: ResourceType): string {
    const head = arnHead(this.#service.prefix);
    const formats = type.arnFormats.map((format) =>
      bracketed(format.startsWith(head) ? `~${format.slice(head.length)}` : plain(format, /^~/)),
    );
    const text = formats.map((format) => plain(format, /[|@\n]/)).join('|');
    return `${plain(type.name, /[=@|\n]/)}=${text}${this.#keys(type.conditionKeys)}`;
  }

  /** Three sections: the shapes in the order of the first action of each, the names, the shape of each name. */
  actions(): string[] {
    const shapes = new Map<string, number>();
    const indices = this.#service.actions.map((action) => {
      const shape = this.#shape(action);
      const index = shapes.get(shape) ?? shapes.size;
      shapes.set(shape, index);
      return index;
    });
    if (shapes.size > 36 ** 2) throw new Error(`\`${this.#service.prefix}\` has too many shapes of actions`);
    const digits = shapeDigits(shapes.size);
    const names = this.#service.actions.map(({ name }) => plain(name, /[ :|=\n]/));
    return [
      [...shapes.keys()].join('\n'),
      encodeNames(names),
      indices.map((index) => index.toString(36).padStart(digits, '0')).join(''),
    ];
  }

  scenarios(): string[] {
    return this.#service.actions.flatMap((action) =>
      action.scenarios.map(({ name, resourceTypes }) => {
        const fields = resourceTypes.map((type) => this.#resourceRef(type));
        return [action.name, plain(name, /[|\n]/), fields.join(' ')].join('|');
      }),
    );
  }

  #shape(action: Action): string {
    const levels = action.accessLevels.join();
    const letter = Object.keys(LEVELS).find((key) => LEVELS[key]?.join() === levels);
    if (letter === undefined) throw new Error(`no letter for access levels \`${levels}\``);
    const flag = flagOf(action);
    const first =
      letter + flag + this.#keys(action.conditionKeys) + this.#dependents(action.dependentActions ?? []);
    return [first, ...action.resourceTypes.map((resource) => this.#resource(resource))].join(' ');
  }

  #resource(resource: ActionResource): string {
    return (
      this.#resourceRef(resource) +
      this.#keys(resource.conditionKeys) +
      this.#dependents(resource.dependentActions)
    );
  }

  #resourceRef(resource: { readonly name: string; readonly required: boolean }): string {
    return lookUp(this.#resourceIndex, resource.name) + (resource.required ? '*' : '');
  }

  #keys(names: readonly string[]): string {
    if (names.length === 0) return '';
    return `@${names.map((name) => lookUp(this.#keyIndex, name)).join(',')}`;
  }

  #dependents(names: readonly string[]): string {
    if (names.length === 0) return '';
    const own = `${this.#service.prefix}:`;
    return `>${names.map((name) => (name.startsWith(own) ? name.slice(own.length) : name)).join(',')}`;
  }
}

function flagOf({ dependentActions, permissionOnly }: Action): string {
  const flag = FLAGS.find(
    (one) => one.dependents === (dependentActions !== undefined) && one.permissionOnly === permissionOnly,
  );
  if (flag === undefined)
    throw new Error('no flag for known dependents of an action that can be permission-only');
  return flag.letter;
}

function indexByLowerCase(items: readonly { readonly name: string }[]): Map<string, string> {
  return new Map(
    items
      .map((item) => item.name)
      .toSorted(byCodePoint)
      .map((name, index) => [name.toLowerCase(), index.toString(36)]),
  );
}

function lookUp(index: ReadonlyMap<string, string>, name: string): string {
  const found = index.get(name.toLowerCase());
  if (found === undefined) throw new Error(`\`${name}\` is used but not defined`);
  return found;
}

function letterOf(table: Readonly<Record<string, string>>, value: string): string {
  const letter = Object.keys(table).find((key) => table[key] === value);
  if (letter === undefined) throw new Error(`no letter for \`${value}\``);
  return letter;
}

/** One line for names that follow each other with the same first word; names with no such neighbour share lines too. */
function encodeNames(names: readonly string[]): string {
  const lines: { word: string; rests: string[] }[] = [];
  for (const [index, name] of names.entries()) {
    const own = firstWord(name);
    const word = [names[index - 1], names[index + 1]].some(
      (near) => near !== undefined && firstWord(near) === own,
    )
      ? own
      : '';
    const line = lines.at(-1);
    if (line?.word === word) line.rests.push(name.slice(word.length));
    else lines.push({ word, rests: [name.slice(word.length)] });
  }
  return lines.map(({ word, rests }) => `${word} ${rests.join(' ')}`).join('\n');
}

function firstWord(name: string): string {
  return /^[A-Z][a-z0-9]*/.exec(name)?.[0] ?? '';
}

/** Writes variables as `[X]`, since `${` would open a substitution in a template literal. */
function bracketed(text: string): string {
  return plain(text, /[[\]]/).replace(/\$\{([^{}]*)\}/g, '[$1]');
}

function plain(text: string, reserved: RegExp): string {
  if (reserved.test(text) || /[`\\]/.test(text))
    throw new Error(`\`${text}\` has a character that the format uses`);
  return text;
}
