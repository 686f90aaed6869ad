const PREFIX = 'execute-api:';

/**
 * The resource part of an ARN for which an abbreviation of API Gateway stands: in the resource policy of a REST API,
 * `execute-api:/STAGE/METHOD/PATH` is a resource of that API, and `execute-api:/*` all that it has. The service writes
 * partition, Region, account and id of the API in when it saves the policy; a template has the short form. In every
 * other type of policy it matches nothing.
 *
 * Source: "API Gateway resource policy examples".
 *
 * @param resource - an entry of `Resource` or `NotResource`.
 * @returns what follows the API's id, from the slash on; `undefined` where the text is no such abbreviation.
 */
export function abbreviatedApiResource(resource: string): string | undefined {
  return resource.startsWith(`${PREFIX}/`) ? resource.slice(PREFIX.length) : undefined;
}
