import type { Service } from '@policywright/catalog';
import { diagnostic, type CodegenDiagnostic } from '../diagnostic/diagnostic.ts';
import { camelCase } from '../names/camelCase.ts';
import { escapeIdentifier } from '../names/identifier.ts';
import { quote } from './constant.ts';
import { RUNTIME_SOURCE } from './runtimeSource.gen.ts';

/** The text of an index, or why there is none. */
export interface IndexModule {
  readonly text: string;
  readonly diagnostics: readonly CodegenDiagnostic[];
}

/**
 * Prints the module that re-exports each service's module as a namespace, which bundlers still shake.
 *
 * @param prefixes - those of the services, sorted.
 * @returns a diagnostic for each namespace whose name is taken: by another service's, or by the runtime module,
 * whose export it would hide.
 */
export function indexModule(prefixes: readonly Service['prefix'][]): IndexModule {
  const owners = new Map(runtimeExports().map((name) => [name, 'the runtime module']));
  const lines: string[] = [`export * from ${quote('./runtime.js')};\n`];
  const diagnostics: CodegenDiagnostic[] = [];
  for (const prefix of prefixes) {
    const name = escapeIdentifier(camelCase(prefix));
    const owner = owners.get(name);
    if (owner === undefined) {
      owners.set(name, `the service \`${prefix}\``);
      lines.push(`export * as ${name} from ${quote(`./${prefix}.js`)};\n`);
    } else {
      const help = 'generate without an index, or leave one of them out';
      const message = `the service \`${prefix}\` would be called \`${name}\` in the index, as something of ${owner} is`;
      diagnostics.push(diagnostic('name-collision', message, { path: '/generate/index', help }));
    }
  }
  return { text: lines.join(''), diagnostics };
}

function runtimeExports(): readonly string[] {
  const exported = /^export (?:declare )?(?:class|const|function|interface|type) (\w+)/gm;
  return [...RUNTIME_SOURCE.matchAll(exported)].map(([, name = '']) => name);
}
