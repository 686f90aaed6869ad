import type { Request } from '@policywright/evaluator';
import { printPrincipal } from './principalText.ts';
import type { RequestForm } from './state.ts';

/** Writes a request into the form, from which `readForm` reads the same. */
export function printForm(request: Request, grants: string): RequestForm {
  const { principal, action, resource, resourceAccount = '', underlying = [], context = {} } = request;
  return {
    principal: printPrincipal(principal),
    action,
    resource,
    resourceAccount,
    underlying: underlying.map((behind) => ({
      resource: behind.resource,
      resourceAccount: behind.resourceAccount ?? '',
    })),
    context: Object.entries(context).map(([key, value]) => ({
      key,
      value: isList(value) ? value.map(String) : String(value),
    })),
    grants,
  };
}

type ContextValue = NonNullable<Request['context']>[string];

function isList(value: ContextValue): value is Extract<ContextValue, readonly unknown[]> {
  return Array.isArray(value);
}
