import { splitArn } from '@policywright/arn/engine';
import { allServices } from '../../_internals/registry.ts';
import { parseTemplate, type Template } from '../../_internals/template.ts';
import type { ResourceType } from '../../model/resourceType.ts';

/** An ARN format, ready for matching. */
export interface Format {
  readonly type: ResourceType;
  readonly format: string;
  /** The fields in front of the resource, from the partition on. */
  readonly fields: readonly Template[];
  readonly resource: Template;
  /** Literal characters: the more, the more the format says. */
  readonly literalLength: number;
}

let byService: ReadonlyMap<string, readonly Format[]> | undefined;

/** The formats whose service field is the one given, or a variable. */
export function formatsOf(serviceField: string): readonly Format[] {
  byService ??= indexFormats();
  return [...(byService.get(serviceField) ?? []), ...(byService.get(ANY_SERVICE) ?? [])];
}

const ANY_SERVICE = '*';

function indexFormats(): ReadonlyMap<string, readonly Format[]> {
  const index = new Map<string, Format[]>();
  for (const type of allServices().flatMap((service) => service.resourceTypes)) {
    for (const format of type.arnFormats) {
      const compiled = compileFormat(type, format);
      const service = compiled.fields[1];
      const key = service?.variables.length === 0 ? (service.literals[0] ?? '') : ANY_SERVICE;
      const formats = index.get(key) ?? [];
      formats.push(compiled);
      index.set(key, formats);
    }
  }
  return index;
}

/** Compiles a format; a `*` in it stands for a variable without name. */
export function compileFormat(type: ResourceType, format: string): Format {
  const [, ...parts] = splitArn(format);
  const templates = parts.map((part) => parseTemplate(part.replaceAll('*', '${}')));
  const fields = templates.slice(0, 4);
  const resource = templates[4] ?? parseTemplate('');
  const literalLength = resource.literals.join('').length;
  return { type, format, fields, resource, literalLength };
}
