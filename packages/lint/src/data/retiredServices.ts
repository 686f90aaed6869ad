/** Prefixes of services that AWS closed, renamed or keeps to itself; policies still have them, and they do no harm. */
const RETIRED: ReadonlySet<string> = new Set([
  'builderid',
  'datazonecontrol',
  'deepcomposer',
  'deeplens',
  'deepracer',
  'elastic-inference',
  'iot1click',
  'iotroborunner',
  'mobilehub',
  'sagemaker-groundtruth-synthetic',
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
