import type { ModuleExports } from './loadGenerated.ts';

/** A generated constant that makes ARNs of one resource type. */
export interface ArnBuilder {
  /** The name that it is exported by: `taskDefinition`. */
  readonly name: string;
  /** Such as `ecs:task-definition`. */
  readonly type: string;
  /** For each format, the values that it needs, and the separators that each may hold. */
  readonly formats: readonly (readonly BuilderValue[])[];
  readonly build: (parts: Readonly<Record<string, string>>) => string;
  /** Reads such an ARN back; absent where the module cannot. */
  readonly parse: ((arn: string) => unknown) | undefined;
}

/** A value that a builder takes. */
export interface BuilderValue {
  readonly name: string;
  /** Of `:` and `/`, those that it may hold. */
  readonly allowed: string;
}

/** Finds the builders of a generated module, by what its text says of them. */
export function arnBuilders(text: string, exports: ModuleExports): readonly ArnBuilder[] {
  const builder =
    /export const (\w+): Arn(Builder|Format)<'([^']+)', .*? = \/\* @__PURE__ \*\/ arnFormat\(([^;]+)\);/g;
  return [...text.matchAll(builder)].map(([, name = '', kind, type = '', formats = '']) => {
    const build = exports[name] as ArnBuilder['build'] & Pick<ArnBuilder, 'parse'>;
    return {
      name,
      type,
      formats: [...formats.matchAll(/'([^']+)'/g)].map(([, format = '']) => valuesOf(format)),
      build,
      parse: kind === 'Format' ? build.parse : undefined,
    };
  });
}

function valuesOf(format: string): readonly BuilderValue[] {
  return [...format.matchAll(/\$\{(\w+)([:/]*)\}/g)].map(([, name = '', allowed = '']) => ({
    name,
    allowed,
  }));
}
