import { listChecks } from '@policywright/operations';
import type { EdgeCall, EdgeKind } from '../edges/edgeKind.ts';

/** One authorisation of the calls of an edge, before it is known who makes them and about what. */
export interface CallCheck {
  readonly action: string;
  /**
   * `target`: on what the edge leads over; `free`: on something that the caller chooses, of `pattern`; `pass`: on the role that
   * is passed.
   */
  readonly on: 'target' | 'free' | 'pass';
  readonly pattern: string;
  readonly context: Readonly<Record<string, string>>;
}

/** Where calls are made. */
export interface CallPlace {
  readonly account: string;
  readonly partition: string;
}

const NEW = 'made-anew';
const NAME = 'the-target';

/**
 * The authorisations of an edge's calls, as `listChecks` has them: those that every such call needs, without the trust of a
 * passed role, which does not depend on who passes it.
 *
 * @param kind - of the edge.
 * @param place - where the calls are made.
 */
export function callChecks(kind: EdgeKind, place: CallPlace): readonly CallCheck[] {
  return kind.calls.flatMap((call) => checksOf(call, place));
}

function checksOf(call: EdgeCall, { account, partition }: CallPlace): readonly CallCheck[] {
  const { operation, on, context = {} } = call;
  const role = `arn:${partition}:iam::${account}:role/${NAME}`;
  const checks = listChecks(
    {
      operation,
      input: fill(call.input, { account, role }) as EdgeCall['input'],
      principal: `arn:${partition}:iam::${account}:root`,
      account,
      region: '*',
      partition,
    },
    { roleOfProfile: () => role },
  ).filter(({ need, reason }) => need !== 'perhaps' && reason !== 'trust');
  const found = checks.map((check, index): CallCheck => {
    const { action, reason } = check;
    if (reason === 'passRole') {
      const service = check.context['iam:PassedToService'];
      return {
        action,
        on: 'pass',
        pattern: role,
        context: typeof service === 'string' ? { 'iam:PassedToService': service } : {},
      };
    }
    const pattern = ownPattern(check.resource ?? check.resourcePattern ?? '*', { account, partition });
    return { action, on: index === 0 ? on : 'free', pattern, context };
  });
  return found;
}

/** Puts samples into the input of a call. */
function fill(value: unknown, samples: { readonly account: string; readonly role: string }): unknown {
  if (typeof value === 'string')
    return value
      .replaceAll('{new}', NEW)
      .replaceAll('{name}', NAME)
      .replaceAll('{target}', samples.role)
      .replaceAll('{profile}', samples.role.replace(':role/', ':instance-profile/'))
      .replaceAll('111122223333', samples.account);
  if (Array.isArray(value)) return value.map((entry) => fill(entry, samples));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, fill(entry, samples)]));
}

/** The resources of a pattern that are the caller's own: what it names is made anew, in its account, in any Region. */
function ownPattern(pattern: string, { account, partition }: CallPlace): string {
  if (!pattern.startsWith('arn:')) return '*';
  const [, part = '', service = '', region = '', owner = '', ...rest] = pattern.split(':');
  const fields = [
    'arn',
    part === '*' ? partition : part,
    service,
    region === 'us-east-1' ? '*' : region,
    owner === '*' ? account : owner,
    ...rest,
  ];
  return fields.join(':').replaceAll(NEW, '?*');
}
