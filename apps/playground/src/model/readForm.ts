import { deriveContext, type Request } from '@policywright/evaluator';
import { readPrincipal } from './principalText.ts';
import type { RequestForm } from './state.ts';

/**
 * Reads the form. Fields keep their spaces while somebody types, since without them nobody could search for two
 * words; here they lose them.
 */
export function readForm({ principal, action, resource, resourceAccount, context }: RequestForm): Request {
  const keys = context.map(({ key, value }) => [key.trim(), value] as const);
  return {
    principal: readPrincipal(principal.trim()),
    action: action.trim(),
    resource: resource.trim(),
    ...(resourceAccount !== '' && { resourceAccount }),
    context: Object.fromEntries(keys.filter(([key]) => key !== '')),
  };
}

/** The form's request, its context completed with what follows from it. */
export function readRequest(form: RequestForm): Request {
  const asked = readForm(form);
  return { ...asked, context: deriveContext(asked) };
}
