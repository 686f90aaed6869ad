import type { Request } from './request.ts';

/** A request that no rule knows: nothing is allowed to it. */
export const NO_REQUEST: Request = { principal: '', action: '', resource: '' };

/**
 * Tells whether a value has the types of a request; programs without types ask about anything.
 *
 * Asked only where deciding failed, since it takes longer than many decisions.
 *
 * @param value - anything; where its getters throw, it is none.
 */
export function isRequest(value: unknown): value is Request {
  try {
    const { principal, action, resource, resourceAccount, context, underlying, absent } = value as Members;
    return (
      (typeof principal === 'string' || Object.values(principal as object).every(isText)) &&
      isText(action) &&
      isText(resource) &&
      (resourceAccount === undefined || isText(resourceAccount)) &&
      Object.values(context ?? {})
        .flat()
        .every(isScalar) &&
      (absent === undefined || (absent as readonly unknown[]).every(isText)) &&
      (underlying === undefined ||
        (underlying as readonly Members[]).every((behind) => isText(behind['resource'])))
    );
  } catch {
    return false;
  }
}

type Members = Readonly<Record<string, unknown>>;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
