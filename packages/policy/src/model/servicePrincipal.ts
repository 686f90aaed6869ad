/** The name of a service principal, taken apart. */
export interface ServicePrincipalName {
  /** The name without its Region, such as `s3.amazonaws.com`. */
  readonly plainName: string;
  /** The Region of a regional name, such as `ap-east-1`; absent of a plain one. */
  readonly region?: string;
}

const DOMAINS = [
  '.amazonaws.com',
  '.amazonaws.com.cn',
  '.amazonaws.eu',
  '.amazon.com',
  '.aws.internal',
  '.c2s.ic.gov',
  '.sc2s.sgov.gov',
];
const LABELS = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;

/**
 * Reads the name of a service principal. A service in an opt-in Region that calls into another Region has a regional
 * name, `s3.ap-east-1.amazonaws.com`; within its Region, and everywhere else, it has the plain one. The two are
 * different principals: a policy names the one that calls. Trust policies take the plain name.
 *
 * Source: "AWS JSON policy elements: Principal", on service principals in opt-in Regions; rule S137.
 *
 * @param name - any text, as it stands: names are not trimmed, and compare with case.
 * @returns the parts; `undefined` where the text is no name in a domain of AWS, which says nothing about whether
 * there is such a service. Never throws.
 */
export function parseServicePrincipal(name: string): ServicePrincipalName | undefined {
  const domain = DOMAINS.find((ending) => name.endsWith(ending));
  if (domain === undefined) return undefined;
  const labels = name.slice(0, -domain.length);
  if (!LABELS.test(labels)) return undefined;
  const dot = labels.lastIndexOf('.');
  const last = labels.slice(dot + 1);
  if (dot < 0 || !REGION.test(last)) return { plainName: name };
  return { plainName: labels.slice(0, dot) + domain, region: last };
}
