import { compileArnPattern } from '@policywright/arn';
import type { Matcher } from '@policywright/arn';
import type { ResourceType } from '@policywright/catalog';

// The types of the catalog are immutable and live as long as it does.
const known = new WeakMap<ResourceType, readonly Matcher[]>();

/**
 * The ARN formats of a resource type as patterns, each variable a wildcard of its field.
 *
 * @param type - a type of the catalog.
 */
export function formatMatchers(type: ResourceType): readonly Matcher[] {
  let matchers = known.get(type);
  if (matchers === undefined) {
    matchers = type.arnFormats.map((format) =>
      // In dialect `operator` no wildcard leaves its field, as no variable of a format does.
      compileArnPattern(format.replace(/\$\{[^}]*\}/g, '*'), { dialect: 'operator' }),
    );
    known.set(type, matchers);
  }
  return matchers;
}
