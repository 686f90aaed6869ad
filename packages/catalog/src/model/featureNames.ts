/** The rows of the table "IAM features you can use with SERVICE", as AWS names and orders them. */
export const FEATURE_NAMES = [
  'Identity-based policies',
  'Resource-based policies',
  'Policy actions',
  'Policy resources',
  'Policy condition keys',
  'ACLs',
  'ABAC (tags in policies)',
  'Temporary credentials',
  'Principal permissions',
  'Service roles',
  'Service-linked roles',
] as const;

/** The name of an IAM feature; `Principal permissions` is what newer pages call forward access sessions. */
export type FeatureName = (typeof FEATURE_NAMES)[number];
