import { countCharacters } from '../text/countCharacters.ts';
import { measurement, type Measurement } from './measurement.ts';

/** One row of `NAME_QUOTAS`, in characters. */
export interface NameQuota {
  readonly minimum: number;
  readonly limit: number;
  /** What AWS keeps the beginning of such a name for, in any letter case. */
  readonly reservedPrefix?: string;
}

/** How long names and tags may be, in characters (rule S41). */
export const NAME_QUOTAS = {
  'user-name': { minimum: 1, limit: 64 },
  'role-name': { minimum: 1, limit: 64 },
  'role-session-name': { minimum: 2, limit: 64 },
  'source-identity': { minimum: 2, limit: 64, reservedPrefix: 'aws:' },
  'federated-user-name': { minimum: 2, limit: 32 },
  'external-id': { minimum: 2, limit: 1224 },
  'group-name': { minimum: 1, limit: 128 },
  'policy-name': { minimum: 1, limit: 128 },
  path: { minimum: 1, limit: 512 },
  'tag-key': { minimum: 1, limit: 128 },
  'tag-value': { minimum: 0, limit: 256 },
} as const;

/** The name of a row of `NAME_QUOTAS`. */
export type NameQuotaName = keyof typeof NAME_QUOTAS;

/** How much of a name's quota is used. */
export interface NameMeasurement extends Measurement<NameQuotaName, 'characters'> {
  readonly minimum: number;
  /** Whether the length is allowed, neither below the minimum nor above the limit, and no reserved prefix stands first. */
  readonly fits: boolean;
}

/**
 * Measures a name or tag against its quota (rule S41); says nothing about which characters are
 * allowed besides a prefix that AWS keeps for itself.
 *
 * @param name - which quota, such as `role-name`.
 * @param text - the name itself, a path with its slashes.
 * @returns the length in characters beside what is allowed.
 */
export function measureName(name: NameQuotaName, text: string): NameMeasurement {
  const { minimum, limit, reservedPrefix }: NameQuota = NAME_QUOTAS[name];
  const used = countCharacters(text);
  const isReserved = reservedPrefix !== undefined && text.toLowerCase().startsWith(reservedPrefix);
  const fits = used >= minimum && used <= limit && !isReserved;
  return { ...measurement({ name, unit: 'characters' }, limit, used), minimum, fits };
}
