import type { Principal } from '@policywright/evaluator';

/** The forms of a principal that is no text, in the form written `service:NAME`, `federated:PROVIDER`, `canonicalUser:ID`. */
const FORMS = ['service', 'federated', 'canonicalUser'] as const;

/** Reads what somebody typed as the principal; the names of services and the ARNs of providers stand for themselves. */
export function readPrincipal(text: string): Principal {
  for (const form of FORMS) {
    const value = text.startsWith(`${form}:`) ? text.slice(form.length + 1).trim() : '';
    // INVARIANT: an object of one of the forms is a principal.
    if (value !== '') return { [form]: value } as Principal;
  }
  if (isServiceName(text)) return { service: text };
  return isProvider(text) ? { federated: text } : text;
}

/** Writes a principal as somebody would type it; {@link readPrincipal} reads the same from it. */
export function printPrincipal(principal: Principal): string {
  if (typeof principal === 'string') return principal;
  const given: Readonly<Record<string, unknown>> = { ...principal };
  for (const form of FORMS) {
    const value = given[form];
    if (typeof value !== 'string') continue;
    const standsForItself =
      form === 'service' ? isServiceName(value) : form === 'federated' && isProvider(value);
    return standsForItself ? value : `${form}:${value}`;
  }
  return '';
}

function isServiceName(text: string): boolean {
  // A built-in identity provider has a name like that of a service.
  return /^[\w.-]+\.amazonaws\.com(?:\.cn)?$/.test(text) && text !== 'cognito-identity.amazonaws.com';
}

function isProvider(text: string): boolean {
  return /^arn:[\w-]+:iam::\d{12}:(?:saml|oidc)-provider\//.test(text);
}
