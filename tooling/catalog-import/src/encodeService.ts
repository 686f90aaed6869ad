import type { Action, ActionResource, ConditionKey, ResourceType } from '@policywright/catalog';
import {
  arnHead,
  KEY_TYPES,
  LEVELS,
  NOT_IN_OVERLAY,
  PERMISSION_ONLY,
  VERBS,
} from '@policywright/catalog/internal/textFormat';
import { byCodePoint } from './sourceCatalog.ts';
import type { SourceService } from './sourceCatalog.ts';

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
  return [head.join('\n'), encoder.actions().join('\n'), encoder.scenarios().join('\n')]
    .join('\n\n')
    .trimEnd();
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

  /** One line for all actions of the same shape, in the order of the first name of each. */
  actions(): string[] {
    const lines = new Map<string, string[]>();
    for (const action of this.#service.actions) {
      const shape = this.#shape(action);
      const names = lines.get(shape) ?? [];
      names.push(encodeActionName(plain(action.name, /[ :|=\n]/)));
      lines.set(shape, names);
    }
    return [...lines].map(([shape, names]) => `${shape}:${names.join(' ')}`);
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
    const known = action.dependentActions !== undefined;
    const flag = known ? (action.permissionOnly === true ? PERMISSION_ONLY : '') : NOT_IN_OVERLAY;
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

function encodeActionName(name: string): string {
  const word = /^[A-Z][a-z0-9]*/.exec(name)?.[0] ?? '';
  const verb = VERBS.indexOf(word);
  if (verb >= 0) return String.fromCharCode(97 + verb) + name.slice(word.length);
  return /^[A-Z]/.test(name) ? name : `=${name}`;
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
