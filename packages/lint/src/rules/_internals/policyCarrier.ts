import { CARRIER_TYPES, type CarrierType } from '../../data/resourceTypes.ts';
import type { LintContext } from '../../facts/lintContext.ts';

/** What carries a resource policy. */
export interface PolicyCarrier extends Pick<CarrierType, 'service'> {
  /** For messages: a type, or what the document says. */
  readonly title: string;
  /** Which ARNs its policy can name; absent where only the service is known. */
  readonly arns?: string;
}

/** What carries a resource policy, as the caller says or else as all ARNs of the document do. */
export function policyCarrier(context: LintContext): PolicyCarrier | undefined {
  return context.once(findCarrier);
}

const SERVICES: ReadonlySet<string> = new Set([...CARRIER_TYPES.values()].map(({ service }) => service));

function findCarrier(context: LintContext): PolicyCarrier | undefined {
  if (context.policy.type !== 'resource') return undefined;
  const { resourceType = '' } = context;
  const named = CARRIER_TYPES.get(resourceType);
  if (named !== undefined) return { ...named, title: `the type \`${resourceType}\`` };
  const known = context.resources.filter(({ facts }) => !facts.isEverything);
  // Beside `*` they are examples at best, and `*` is all that counts.
  if (known.length < context.resources.length) return undefined;
  const services = new Set(known.map(({ facts }) => (facts.isArn ? facts.fields[2] : undefined)));
  const [service] = services;
  if (services.size !== 1 || service === undefined || !SERVICES.has(service)) return undefined;
  return { service, title: `the service \`${service}\`` };
}
