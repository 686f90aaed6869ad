import type { ReferencePage } from '../../model/referencePage.ts';

const FOLDER = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';

/**
 * The addresses of a page of AWS's reference.
 *
 * @param shortName - the name of its file without `list_`.
 */
export function referencePage(shortName: string): ReferencePage {
  const name = `list_${shortName}`;
  const url = `${FOLDER}${name}.html`;
  return {
    name,
    url,
    sections: {
      operations: `${url}#${name}-operations`,
      actions: `${url}#${name}-actions-as-permissions`,
      permissionOnlyActions: `${url}#${name}-permission-only-actions`,
      resourceTypes: `${url}#${name}-resources-for-iam-policies`,
      conditionKeys: `${url}#${name}-policy-keys`,
    },
  };
}
