import {
  expandActions,
  getService,
  services,
  suggestActions,
  suggestPrefixes,
  type Service,
} from '@policywright/catalog';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';

/**
 * The answer where the catalog lacks what was asked for.
 *
 * @param message - what it lacks.
 * @param help - the closest names, or how to ask.
 */
export function notFound(message: string, help: string | undefined): CommandError {
  return new CommandError(message, { help, exitCode: EXIT_CODE.no });
}

/**
 * Names what somebody may have meant.
 *
 * @param closest - the closest names.
 */
export function suggest(closest: readonly string[]): string | undefined {
  if (closest.length === 0) return undefined;
  return `did you mean ${closest.map((name) => `\`${name}\``).join(' or ')}?`;
}

/**
 * Finds the service that a user means.
 *
 * @param prefix - the prefix of its actions, in any letter case.
 * @throws CommandError - with the closest prefixes, or those of services that are called so.
 */
export function serviceOf(prefix: string): Service {
  const service = getService(prefix);
  if (service !== undefined) return service;
  const wanted = prefix.toLowerCase();
  const called = services()
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map((candidate) => candidate.prefix)
    .slice(0, 3);
  const meant = suggestPrefixes(prefix);
  const closest = meant.length > 0 ? meant : called;
  throw noSuchPrefix(prefix, suggest(closest));
}

function noSuchPrefix(prefix: string, help: string | undefined): CommandError {
  return notFound(
    `no service has the prefix \`${prefix}\``,
    help ?? '`policywright catalog services TEXT` searches prefixes and names',
  );
}

/**
 * Says that an action or a pattern of actions matches nothing.
 *
 * @param pattern - what was asked for.
 * @throws CommandError - always.
 */
export function noSuchAction(pattern: string): never {
  const colon = pattern.indexOf(':');
  if (colon < 0) {
    const everywhere = expandActions(`*:${pattern}`).slice(0, 3);
    throw notFound(
      `\`${pattern}\` is no action: an action is written \`prefix:Name\``,
      suggest(everywhere) ?? 'write for example `ecs:RunTask`, or `ecs:*` for all actions of a service',
    );
  }
  const prefix = pattern.slice(0, colon);
  if (!/[*?]/.test(prefix)) {
    const meant = suggest(suggestActions(pattern));
    if (getService(prefix) === undefined && meant !== undefined) throw noSuchPrefix(prefix, meant);
    serviceOf(prefix);
    throw notFound(
      `the catalog has no action \`${pattern}\``,
      meant ?? `\`policywright catalog actions ${prefix}\` lists them`,
    );
  }
  throw notFound(`no action matches \`${pattern}\``, undefined);
}
