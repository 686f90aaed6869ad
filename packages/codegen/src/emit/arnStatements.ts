import type { ResourceType, Service } from '@policywright/catalog';
import { arnFormats, formatText, isParseable, type ArnFormat } from '../arn/arnFormat.ts';
import { byCodePoint } from '../names/byCodePoint.ts';
import { camelCase, pascalCase } from '../names/camelCase.ts';
import type { ModuleNames } from '../names/moduleNames.ts';
import { constant, documented, quote } from './constant.ts';

/** Lists the ARN format and the type of its values for each resource type of a service. */
export function arnStatements(service: Service, names: ModuleNames): readonly string[] {
  return [...arnFormats(service)]
    .sort(([left], [right]) => byCodePoint(left.name, right.name))
    .flatMap(([type, formats]) => resourceStatements(type, formats, names));
}

function resourceStatements(
  type: ResourceType,
  formats: readonly ArnFormat[],
  names: ModuleNames,
): readonly string[] {
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

function partsType(name: string, typeName: string, formats: readonly ArnFormat[]): string {
  const [format] = formats;
  const declaration =
    formats.length === 1 && format !== undefined
      ? partsInterface(name, format)
      : `type ${name} = ${formats.map((one) => `{ ${properties(one).join('; ')} }`).join(' | ')};`;
  return documented(`The values in the ARN of a resource of type \`${typeName}\``, `export ${declaration}`);
}

/** The runtime module declares what most ARNs share, which shortens the modules by a tenth. */
function partsInterface(name: string, format: ArnFormat): string {
  const base = COMMON_PARTS.find(({ names }) =>
    names.every((shared) => format.variables.some((variable) => variable.name === shared)),
  );
  const own = properties(format, base?.names);
  const heritage = base === undefined ? '' : ` extends ${base.type}`;
  return `interface ${name}${heritage} {\n${own.map((property) => `  ${property};\n`).join('')}}`;
}

/** Interfaces of the runtime module, and which values they declare. */
export const COMMON_PARTS: readonly { readonly type: string; readonly names: readonly string[] }[] = [
  { type: 'RegionalParts', names: ['partition', 'region', 'account'] },
  { type: 'AccountParts', names: ['partition', 'account'] },
];

/** Writes the values of a format as members; those that are inherited are left out. */
function properties({ variables }: ArnFormat, inherited: readonly string[] = []): readonly string[] {
  return (
    variables
      .filter(({ name }) => !inherited.includes(name))
      // A partition is the same for all of a program's ARNs; the builders take `aws` unless they are told.
      .map(({ name }) => `readonly ${name}${name === 'partition' ? '?' : ''}: string`)
  );
}
