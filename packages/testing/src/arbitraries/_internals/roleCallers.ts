/** The service-linked role that generated requests come from and go to. */
export const SERVICE_LINKED_ROLE =
  'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS';

/** A session of it, which does not tell its path (rule S135). */
export const SERVICE_LINKED_SESSION = 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForECS/run1';

/** Callers that the plainer ones leave out: roles that stand for their sessions, service-linked ones, root elsewhere. */
export const ROLE_CALLERS: readonly string[] = [
  'arn:aws:iam::111122223333:role/deploy',
  SERVICE_LINKED_SESSION,
  SERVICE_LINKED_ROLE,
  'arn:aws:iam::444455556666:root',
  'arn:aws:iam::111122223333:role/aws-service-role/deploy',
];
