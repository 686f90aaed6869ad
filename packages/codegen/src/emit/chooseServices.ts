import { closestNames, getService, services, type Service } from '@policywright/catalog';
import { diagnostic, type CodegenDiagnostic } from '../diagnostic/diagnostic.ts';
import { byCodePoint } from '../names/byCodePoint.ts';

/** Services and what was wrong with the choice of them. */
export interface ChosenServices {
  /** Each once, sorted by prefix. */
  readonly services: readonly Service[];
  readonly diagnostics: readonly CodegenDiagnostic[];
}

/**
 * Looks services up by prefix.
 *
 * @param prefixes - prefixes in any letter case, or `*` for every service.
 */
export function chooseServices(prefixes: readonly string[]): ChosenServices {
  const chosen = new Map<string, Service>();
  const diagnostics: CodegenDiagnostic[] = [];
  for (const [index, prefix] of prefixes.entries()) {
    const found = prefix === '*' ? services() : [getService(prefix)];
    for (const service of found) {
      if (service === undefined) diagnostics.push(unknownService(prefix, `/generate/services/${index}`));
      else chosen.set(service.prefix, service);
    }
  }
  if (prefixes.length === 0) {
    const help = 'name them, as in `--services ecs,s3`, or let `--from-usage src` find them';
    diagnostics.push(diagnostic('no-services', 'no service is chosen', { path: '/generate/services', help }));
  }
  return {
    services: [...chosen.values()].sort((left, right) => byCodePoint(left.prefix, right.prefix)),
    diagnostics,
  };
}

function unknownService(prefix: string, path: string): CodegenDiagnostic {
  const [closest] = closestNames(
    prefix,
    services().map((service) => service.prefix),
  );
  const byName = services().find(({ name }) => name.toLowerCase() === prefix.toLowerCase())?.prefix;
  const meant = byName ?? closest;
  return diagnostic('unknown-service', `no service has the prefix \`${prefix}\``, {
    path,
    help:
      meant === undefined
        ? 'use the prefix that its actions have, such as `ecs` in `ecs:RunTask`'
        : `did you mean \`${meant}\`?`,
  });
}
