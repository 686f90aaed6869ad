import { closestNames, isServicePrincipal, servicePrincipals, services } from '@policywright/catalog';
import { parseServicePrincipal } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { REGIONS } from '../../data/regions.ts';

/** What is wrong with the name of a service principal. */
export interface ServicePrincipalFault {
  readonly message: string;
  readonly help?: string;
  /** What help may name one of. */
  readonly nearest?: { readonly to: string; readonly among: Iterable<string> };
}

/**
 * Finds what is wrong with the name of a service principal: that it is not known, or that its Region is not.
 *
 * @param text - the name; texts of another form have no fault here, since that is another mistake.
 * @param kind - whether `*` and `?` match, and whether the name must have a Region (`kms:ViaService`).
 */
export function servicePrincipalFault(
  text: string,
  { isPattern, needsRegion }: { readonly isPattern: boolean; readonly needsRegion: boolean },
): ServicePrincipalFault | undefined {
  if (isPattern && /[*?]/.test(text)) return matchesSome(text) ? undefined : unknown(text, text);
  const parsed = parseServicePrincipal(text);
  if (parsed === undefined) return undefined;
  const { plainName, region } = parsed;
  const [, name = '', domain = ''] = DOMAIN.exec(plainName) ?? [];
  // Names in other domains are of parts of Amazon and of partitions that nobody lists.
  if (domain === '' || !mayExist(name)) return domain === '' ? undefined : unknown(text, name, domain);
  if (region !== undefined && !REGIONS.includes(region))
    return {
      message: `found ${quote(text)}, whose Region ${quote(region)} does not exist`,
      nearest: { to: region, among: REGIONS },
    };
  if (region !== undefined || !needsRegion) return undefined;
  return {
    message: `found ${quote(text)}, expected a name with a Region`,
    help: `write ${quote(`${name}.REGION${domain}`)}`,
  };
}

const DOMAIN = /^(.+?)(\.amazonaws\.(?:com(?:\.cn)?|eu))$/;

/** Whether a name is known, or one of a part of a service that is not nearly that of a known one. */
function mayExist(name: string): boolean {
  if (isServicePrincipal(name)) return true;
  return (
    name.includes('.') && closestNames(name, servicePrincipals(), { limit: 1, maxEdits: 2 }).length === 0
  );
}

/** Whether a pattern begins with a wildcard, or as the name of a known service principal does. */
function matchesSome(pattern: string): boolean {
  const first = pattern.slice(0, Math.max(pattern.indexOf('.'), 0));
  if (first === '' || /[*?]/.test(first) || isServicePrincipal(first)) return true;
  return [...servicePrincipals()].some((name) => name.startsWith(`${first}.`));
}

function unknown(text: string, name: string, domain = ''): ServicePrincipalFault {
  const message = `found ${quote(text)}, which is no known service principal`;
  if (domain === '') return { message };
  // What the service is called is not always its prefix: Amazon EventBridge is `events`.
  const called = services().find((service) => squeeze(service.name).replace(/^(?:amazon|aws)/, '') === name);
  if (called !== undefined) return { message, help: `did you mean ${quote(`${called.prefix}${domain}`)}` };
  const names = new Set([...servicePrincipals(), ...services().map(({ prefix }) => prefix)]);
  return { message, nearest: { to: `${name}${domain}`, among: [...names].map((known) => known + domain) } };
}

function squeeze(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
