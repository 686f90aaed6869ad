import {
  comparisonsOf,
  layersOf,
  namedCaller,
  type BenchDocument,
  type BenchStatement,
} from '../workload/workload.ts';
import type { Peer } from './peer.ts';

/**
 * Cedar's actions cannot be matched by wildcard, so that wildcards go over an attribute of the context; so does
 * the ARN, which spares Cedar the entities.
 */
export const cedar: Peer = {
  name: 'cedar-wasm',
  packageName: '@cedar-policy/cedar-wasm',
  remark: 'one preparsed policy set a layer, no schema; `statefulIsAuthorized`',
  async prepare(workload) {
    const engine = await import('@cedar-policy/cedar-wasm/nodejs');
    const sets = layersOf(workload).map((layer, index) => {
      const name = `${workload.name}-${index}`;
      const answer = engine.preparsePolicySet(name, { staticPolicies: policiesOf(layer) });
      if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '));
      return name;
    });
    return ({ action, resource, context }) => {
      const calls = sets.map((preparsedPolicySetId) => ({
        principal: { type: 'Caller', id: workload.callerArn },
        action: { type: 'Action', id: action },
        resource: { type: 'Resource', id: resource },
        context: { ...(context as Record<string, string>), action, arn: resource },
        preparsedPolicySetId,
        entities: [],
      }));
      return () =>
        calls.every((call) => {
          const answer = engine.statefulIsAuthorized(call);
          return answer.type === 'success' && answer.response.decision === 'allow';
        });
    };
  },
};

function policiesOf({ Statement }: BenchDocument): string {
  return Statement.map(policyOf).join('\n');
}

function policyOf(statement: BenchStatement): string {
  const caller = namedCaller(statement);
  const { Action, Resource } = statement;
  const [onlyAction = ''] = Action;
  const literal = Action.length === 1 && !onlyAction.includes('*');
  const conditions = [
    literal ? '' : anyLike('action', Action),
    anyLike('arn', Resource),
    ...comparisonsOf(statement).map(
      ([key, value]) => `(context has ${quote(key)} && context[${quote(key)}] == ${quote(value)})`,
    ),
  ].filter((condition) => condition !== '');
  return [
    statement.Effect === 'Allow' ? 'permit' : 'forbid',
    `(${caller === undefined ? 'principal' : `principal == Caller::${quote(caller)}`}, `,
    `${literal ? `action == Action::${quote(onlyAction)}` : 'action'}, resource)`,
    conditions.length === 0 ? ';' : ` when { ${conditions.join(' && ')} };`,
  ].join('');
}

function anyLike(attribute: string, patterns: readonly string[]): string {
  if (patterns.includes('*')) return '';
  return `(${patterns.map((pattern) => `context.${attribute} like ${quote(pattern)}`).join(' || ')})`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
