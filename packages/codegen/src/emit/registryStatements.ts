import type { Action, ConditionKeyType, Service } from '@policywright/catalog';
import { ModuleDeclarationKind, StructureKind } from 'ts-morph';
import type {
  InterfaceDeclarationStructure,
  PropertySignatureStructure,
  StatementStructures,
} from 'ts-morph';
import { keyType } from '../keys/keyTemplate.ts';
import { byCodePoint } from '../names/byCodePoint.ts';
import { quote } from './constant.ts';
import { ownKeys } from './keyStatements.ts';

/** The interface of the runtime module that lists the keys of a type; no key of the catalog is binary. */
const KEY_INTERFACES: Readonly<Record<Exclude<ConditionKeyType, 'Binary'>, string>> = {
  String: 'StringKeys',
  ARN: 'ArnKeys',
  Bool: 'BoolKeys',
  Numeric: 'NumericKeys',
  Date: 'DateKeys',
  IPAddress: 'IpAddressKeys',
};

/**
 * Lists the types that tell the runtime module what a service's actions take.
 *
 * Actions with the same resource types and keys share a type, which halves the text and the compiler's work.
 */
export function registryStatements(service: Service): readonly StatementStructures[] {
  const keyLists = new SharedTypes('Keys');
  const entries = new SharedTypes('Entry');
  const actions = [...service.actions].sort((left, right) => byCodePoint(left.name, right.name));
  const properties = actions.map((action) => {
    const on = union(action.resourceTypes.map(({ name }) => quote(`${service.prefix}:${name}`)));
    const keys = keyLists.name(keysOf(action, service).map(keyType));
    return property(action.fullName, entries.name([`{ on: ${on}; keys: ${keys} }`]));
  });
  return [
    ...keyLists.statements(),
    ...entries.statements(),
    { kind: StructureKind.Interface, name: 'ServiceActions', properties },
    {
      kind: StructureKind.Module,
      declarationKind: ModuleDeclarationKind.Module,
      hasDeclareKeyword: true,
      name: quote('./runtime.js'),
      statements: [
        {
          kind: StructureKind.Interface,
          name: 'Services',
          properties: [property(service.prefix, 'ServiceActions')],
        },
        ...keyInterfaces(service),
      ],
    },
  ];
}

/** The keys of the action itself, and those of resources of the types that it takes. */
function keysOf(action: Action, service: Service): readonly string[] {
  const types = new Map(service.resourceTypes.map((type) => [type.name, type]));
  const ofResources = action.resourceTypes.flatMap(({ name, conditionKeys }) => [
    ...conditionKeys,
    ...(types.get(name)?.conditionKeys ?? []),
  ]);
  return [...new Set([...action.conditionKeys, ...ofResources])].sort(byCodePoint);
}

function keyInterfaces(service: Service): readonly InterfaceDeclarationStructure[] {
  const members = new Map<string, PropertySignatureStructure[]>();
  const add = (name: string, key: string): void => {
    members.set(name, [...(members.get(name) ?? []), property(key, keyType(key))]);
  };
  for (const { name, type, multivalued } of ownKeys(service)) {
    if (type !== 'Binary') add(KEY_INTERFACES[type], name);
    if (multivalued) add('MultivaluedKeys', name);
  }
  return [...members]
    .sort(([left], [right]) => byCodePoint(left, right))
    .map(([name, properties]) => ({ kind: StructureKind.Interface, name, properties }));
}

function property(name: string, type: string): PropertySignatureStructure {
  return { kind: StructureKind.PropertySignature, name: quote(name), type };
}

function union(types: readonly string[]): string {
  return types.length === 0 ? 'never' : [...new Set(types)].sort(byCodePoint).join(' | ');
}

/** Types by their members, so that equal ones are declared once, and larger ones by smaller ones. */
class SharedTypes {
  readonly #prefix: string;
  readonly #types = new Map<string, { readonly name: string; readonly members: ReadonlySet<string> }>();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  name(members: readonly string[]): string {
    const text = union(members);
    const known = this.#types.get(text);
    if (known !== undefined) return known.name;
    const name = `${this.#prefix}${this.#types.size + 1}`;
    this.#types.set(text, { name, members: new Set(members) });
    return name;
  }

  statements(): readonly StatementStructures[] {
    return [...this.#types.values()].map(({ name, members }) => ({
      kind: StructureKind.TypeAlias,
      name,
      type: this.#text(members),
    }));
  }

  /** Names the largest of the types that `members` has all of, then the others. */
  #text(members: ReadonlySet<string>): string {
    let largest: ReadonlySet<string> = new Set();
    let name: string | undefined;
    for (const type of this.#types.values()) {
      const smaller = type.members.size < members.size && type.members.size > largest.size;
      if (smaller && isSubset(type.members, members)) ({ name, members: largest } = type);
    }
    const rest = union([...members].filter((member) => !largest.has(member)));
    return name === undefined ? rest : `${name} | ${rest}`;
  }
}

function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((member) => all.has(member));
}
