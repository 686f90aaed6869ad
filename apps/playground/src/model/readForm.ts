import { deriveContext, type Request, type UnderlyingResource } from '@policywright/evaluator';
import { readPrincipal } from './principalText.ts';
import type { RequestForm, UnderlyingEntry } from './state.ts';

/**
 * Reads the form. Fields keep their spaces while somebody types, since without them nobody could search for two
 * words; here they lose them.
 */
export function readForm(form: RequestForm): Request {
  const { principal, action, resource, resourceAccount, underlying, context } = form;
  const keys = context.map(({ key, value }) => [key.trim(), value] as const);
  return {
    principal: readPrincipal(principal.trim()),
    action: action.trim(),
    resource: resource.trim(),
    ...(resourceAccount !== '' && { resourceAccount }),
    ...(underlying.length > 0 && { underlying: underlying.map(readUnderlying) }),
    context: Object.fromEntries(keys.filter(([key]) => key !== '')),
  };
}

function readUnderlying({ resource, resourceAccount }: UnderlyingEntry): UnderlyingResource {
  return { resource: resource.trim(), ...(resourceAccount !== '' && { resourceAccount }) };
}

/** The form's request, its context completed with what follows from it. */
export function readRequest(form: RequestForm): Request {
  const asked = readForm(form);
  return { ...asked, context: deriveContext(asked) };
}
