import type { ResourceType, Service } from '@policywright/catalog';
import { StructureKind } from 'ts-morph';
import type {
  InterfaceDeclarationStructure,
  PropertySignatureStructure,
  StatementStructures,
} from 'ts-morph';
import { arnFormats, formatText, isParseable } from '../arn/arnFormat.ts';
import type { ArnFormat } from '../arn/arnFormat.ts';
import { byCodePoint } from '../names/byCodePoint.ts';
import { camelCase, pascalCase } from '../names/camelCase.ts';
import type { ModuleNames } from '../names/moduleNames.ts';
import { constant, documentation, quote } from './constant.ts';

/** Lists the ARN format and the type of its values for each resource type of a service. */
export function arnStatements(
  service: Service,
  names: ModuleNames,
): readonly (string | StatementStructures)[] {
  return [...arnFormats(service)]
    .sort(([left], [right]) => byCodePoint(left.name, right.name))
    .flatMap(([type, formats]) => resourceStatements(type, formats, names));
}

function resourceStatements(
  type: ResourceType,
  formats: readonly ArnFormat[],
  names: ModuleNames,
): readonly (string | StatementStructures)[] {
  const base = camelCase(type.name);
  const name = names.claim(base, `${base}Arn`);
  const parts = names.claim(`${pascalCase(type.name)}Parts`);
  const fullName = quote(`${type.service}:${type.name}`);
  const noVariables = formats.some(({ variables }) =>
    variables.every((variable) => variable.name === 'partition'),
  );
  const catalogFormats = type.arnFormats.map((format) => `\`${format}\``).join(' or ');
  return [
    partsType(parts, type.name, formats),
    constant({
      name,
      type: `${formats.every(isParseable) ? 'ArnFormat' : 'ArnBuilder'}<${fullName}, ${parts}>${noVariables ? ` & (() => Arn<${fullName}>)` : ''}`,
      initializer: `/* @__PURE__ */ arnFormat(${formats.map((format) => quote(formatText(format))).join(', ')})`,
      documentation: `The ARN of a resource of type \`${type.name}\`: ${catalogFormats}`,
    }),
  ];
}

function partsType(name: string, typeName: string, formats: readonly ArnFormat[]): StatementStructures {
  const [format] = formats;
  const docs = [documentation(`The values in the ARN of a resource of type \`${typeName}\``)];
  if (formats.length === 1 && format !== undefined) {
    return {
      kind: StructureKind.Interface,
      isExported: true,
      name,
      docs,
      ...partsOf(format),
    };
  }
  const members = formats.map(
    (one) =>
      `{ ${properties(one)
        .map(
          ({ name, hasQuestionToken, type }) =>
            `readonly ${name}${hasQuestionToken === true ? '?' : ''}: ${String(type)}`,
        )
        .join('; ')} }`,
  );
  return { kind: StructureKind.TypeAlias, isExported: true, name, docs, type: members.join(' | ') };
}

/** The runtime module declares what most ARNs share, which shortens the modules by a tenth. */
function partsOf(format: ArnFormat): Pick<InterfaceDeclarationStructure, 'extends' | 'properties'> {
  const all = properties(format);
  const base = COMMON_PARTS.find(({ names }) =>
    names.every((name) => all.some((part) => part.name === name)),
  );
  if (base === undefined) return { properties: [...all] };
  return { extends: [base.type], properties: all.filter(({ name }) => !base.names.includes(name)) };
}

/** Interfaces of the runtime module, and which values they declare. */
export const COMMON_PARTS: readonly { readonly type: string; readonly names: readonly string[] }[] = [
  { type: 'RegionalParts', names: ['partition', 'region', 'account'] },
  { type: 'AccountParts', names: ['partition', 'account'] },
];

function properties({ variables }: ArnFormat): readonly PropertySignatureStructure[] {
  return variables.map(({ name }) => ({
    kind: StructureKind.PropertySignature,
    isReadonly: true,
    name,
    type: 'string',
    // A partition is the same for all of a program's ARNs; the builders take `aws` unless they are told.
    ...(name === 'partition' ? { hasQuestionToken: true } : {}),
  }));
}
