import { compileArnPattern, type Matcher } from '@policywright/arn';
import type { ResourceType } from '@policywright/catalog';
import { EXTRA_FORMATS } from '../data/arnNames.ts';
import { globOf, type Glob } from './globsOverlap.ts';
import { namedFormat, type NamedFormat } from './namesInFormats.ts';

/** An ARN format of a resource type, each variable a wildcard. */
export interface FormatFields {
  readonly format: string;
  /** Partition, service, Region and account: empty, a literal, or with `*` for a variable. */
  readonly head: readonly string[];
  readonly region: string;
  readonly account: string;
  readonly resource: Glob;
  /** The resource part with what its names may hold. */
  readonly names: NamedFormat;
  /** The whole format; in dialect `operator` no wildcard leaves its field, as no variable of a format does. */
  readonly matcher: Matcher;
}

// The types of the catalog are immutable and live as long as it does.
const known = new WeakMap<ResourceType, readonly FormatFields[]>();

/**
 * The ARN formats of a resource type, and others that its service compares, taken apart.
 *
 * @param type - a type of the catalog.
 */
export function formatFields(type: ResourceType): readonly FormatFields[] {
  let fields = known.get(type);
  if (fields === undefined) {
    const extra = EXTRA_FORMATS.get(`${type.service}:${type.name}`) ?? [];
    fields = [...type.arnFormats, ...extra].map((format) => readFormat(type, format));
    known.set(type, fields);
  }
  return fields;
}

function readFormat(type: ResourceType, format: string): FormatFields {
  let matcher: Matcher | undefined;
  const pattern = format.replace(/\$\{[^}]*\}/g, '*');
  const [, partition = '', service = '', region = '', account = '', ...rest] = pattern.split(':');
  const resource = rest.join(':');
  return {
    format,
    head: [partition, service, region, account],
    region,
    account,
    resource: globOf(resource),
    get names(): NamedFormat {
      return namedFormat(type, format);
    },
    get matcher(): Matcher {
      return (matcher ??= compileArnPattern(pattern, { dialect: 'operator' }));
    },
  };
}
