/**
 * Prefixes of services that AWS closed, renamed or keeps to itself; policies still have them, and they do no harm.
 *
 * Source: AWS managed policies, and AWS's reference of actions as it once was (Macie Classic, Sumerian), none of which the
 * present reference has; read 2026-11-29. The actions of IoT Things Graph and of Application Cost Profiler were seen only
 * in copies that others keep; no page of AWS on them was read.
 */
const RETIRED: ReadonlySet<string> = new Set([
  'acuity',
  'aesop',
  'application-cost-profiler',
  'awsbillingconsole',
  'builderid',
  'datazonecontrol',
  'deepcomposer',
  'deeplens',
  'deepracer',
  'elastic-inference',
  'galaxy',
  'gamesparks',
  'iot1click',
  'iotroborunner',
  'iotthingsgraph',
  'macie',
  'mobilehub',
  'sagemaker-groundtruth-synthetic',
  'sumerian',
  'sysops-sap',
  'zocalo',
]);

/**
 * Whether a prefix belongs to a service that is no more.
 *
 * @param prefix - in lower case.
 */
export function isRetiredPrefix(prefix: string): boolean {
  return RETIRED.has(prefix);
}

/** Whether a pattern matches the prefix of a service that is no more. */
export function matchesRetiredPrefix(matches: (prefix: string) => boolean): boolean {
  return [...RETIRED].some(matches);
}
