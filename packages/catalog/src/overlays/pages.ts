import type { Page } from './citation.ts';

const GUIDE = 'IAM/latest/UserGuide/';

type PageName =
  | 'reference'
  | 'services'
  | 'globalKeys'
  | 'kmsKeys'
  | 'federationKeys'
  | 'passRole'
  | 'linkedRoles'
  | 'forwardAccess'
  | 'ecs';

/** The pages of the AWS documentation that several overlays cite. */
export const PAGES: Readonly<Record<PageName, Page>> = {
  reference: {
    title: 'Actions, resources, and condition keys for AWS services',
    path: 'service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  },
  services: {
    title: 'AWS services that work with IAM',
    path: `${GUIDE}reference_aws-services-that-work-with-iam.html`,
  },
  globalKeys: {
    title: 'AWS global condition context keys',
    path: `${GUIDE}reference_policies_condition-keys.html`,
  },
  kmsKeys: {
    title: 'AWS KMS condition keys',
    path: 'kms/latest/developerguide/conditions-kms.html',
  },
  federationKeys: {
    title: 'IAM and AWS STS condition context keys',
    path: `${GUIDE}reference_policies_iam-condition-keys.html`,
  },
  passRole: {
    title: 'Grant a user permissions to pass a role to an AWS service',
    path: `${GUIDE}id_roles_use_passrole.html`,
  },
  linkedRoles: {
    title: 'Create a service-linked role',
    path: `${GUIDE}id_roles_create-service-linked-role.html`,
  },
  forwardAccess: {
    title: 'Forward access sessions',
    path: `${GUIDE}access_forward_access_sessions.html`,
  },
  ecs: {
    title: 'How Amazon Elastic Container Service works with IAM',
    path: 'AmazonECS/latest/developerguide/security_iam_service-with-iam.html',
  },
};
