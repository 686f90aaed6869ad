import type { Service } from '@policywright/catalog';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { camelCase } from '../names/camelCase.ts';
import { escapeIdentifier } from '../names/identifier.ts';
import { quote } from './constant.ts';

/** The text of an index, or why there is none. */
export interface IndexModule {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Prints the module that re-exports each service's module as a namespace, which bundlers still shake.
 *
 * @param services - the services, sorted by prefix.
 */
export function indexModule(services: readonly Service[]): IndexModule {
  const owners = new Map<string, string>();
  const lines: string[] = [`export * from ${quote('./runtime.js')};\n`];
  const diagnostics: Diagnostic[] = [];
  for (const { prefix } of services) {
    const name = escapeIdentifier(camelCase(prefix));
    const owner = owners.get(name);
    if (owner === undefined) {
      owners.set(name, prefix);
      lines.push(`export * as ${name} from ${quote(`./${prefix}.js`)};\n`);
    } else {
      const help = 'generate without an index, or leave one of them out';
      const message = `the services \`${owner}\` and \`${prefix}\` would both be called \`${name}\` in the index`;
      diagnostics.push(diagnostic('name-collision', message, { path: '/generate/index', help }));
    }
  }
  return { text: lines.join(''), diagnostics };
}
