import { closestNames, isServicePrincipal, servicePrincipals, services } from '@policywright/catalog';
import { parseServicePrincipal } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { regions } from '../../data/regions.ts';
import { isRetiredPrefix } from '../../data/retiredServices.ts';

/** Names one of which may have been meant, and what stands behind them. */
export interface Nearest {
  readonly to: string;
  readonly among: Iterable<string>;
  readonly ending: string;
}

/** What is wrong with the name of a service principal. */
export interface ServicePrincipalFault {
  readonly message: string;
  readonly help?: string;
  /** What help may name one of. */
  readonly nearest?: Nearest;
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
  if (isPattern && /[*?]/.test(text)) return patternFault(text);
  const parsed = parseServicePrincipal(text);
  if (parsed === undefined) return undefined;
  const { plainName, region } = parsed;
  if (region === undefined && needsRegion) return undefined;
  const [, name = '', domain = ''] = DOMAIN.exec(plainName) ?? [];
  // Other names in `amazon.com`, and those in domains of closed partitions, nobody lists.
  if (domain === '' || (domain === '.amazon.com' && !isServicePrincipal(name))) return undefined;
  const ending = (region === undefined ? '' : `.${region}`) + domain.replace('.amazon.com', '.amazonaws.com');
  if (domain === '.amazon.com' || !mayExist(name)) return unknown(text, { name, ending });
  if (region !== undefined && !regions().includes(region))
    return {
      message: `found ${quote(text)}, whose Region ${quote(region)} does not exist`,
      nearest: { to: region, among: regions(), ending: '' },
    };
  return undefined;
}

const DOMAIN = /^(.+?)(\.amazonaws\.(?:com(?:\.cn)?|eu)|\.amazon\.com)$/;

/** Whether a name is known, or one of a part of a service that is not nearly that of a known one. */
function mayExist(name: string): boolean {
  if (isServicePrincipal(name) || isRetiredPrefix(name)) return true;
  return (
    name.includes('.') && closestNames(name, servicePrincipals(), { limit: 1, maxEdits: 2 }).length === 0
  );
}

/** A pattern has no fault that begins with a wildcard, or as the name of a known service principal does. */
function patternFault(pattern: string): ServicePrincipalFault | undefined {
  const name = pattern.slice(0, Math.max(pattern.indexOf('.'), 0));
  if (name === '' || /[*?]/.test(name) || isServicePrincipal(name)) return undefined;
  if ([...servicePrincipals()].some((known) => known.startsWith(`${name}.`))) return undefined;
  return unknown(pattern, { name, ending: pattern.slice(name.length) });
}

function unknown(
  text: string,
  { name, ending }: { readonly name: string; readonly ending: string },
): ServicePrincipalFault {
  const message = `found ${quote(text)}, which is no known service principal`;
  const { prefixes, among } = (names ??= readNames());
  const prefix = prefixes.get(name);
  if (prefix !== undefined) return { message, help: `did you mean ${quote(prefix + ending)}` };
  return { message, nearest: { to: name, among, ending } };
}

/** What services go by. */
interface ServiceNames {
  /** Their prefixes by what they are called, which is not always the same: Amazon EventBridge is `events`. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** What the name of a service principal can have been meant to be. */
  readonly among: ReadonlySet<string>;
}

let names: ServiceNames | undefined;

function readNames(): ServiceNames {
  const all = services();
  // The first of a name is put last, and stays.
  const called = all.toReversed().map(({ name, prefix }) => [squeeze(name), prefix] as const);
  return {
    prefixes: new Map(called),
    among: new Set([...servicePrincipals(), ...all.map(({ prefix }) => prefix)]),
  };
}

/** The name of a service in the letters of a prefix, without its maker. */
function squeeze(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(?:amazon|aws)/, '');
}
