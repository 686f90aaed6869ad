import { newEnforcer, newModelFromString, StringAdapter, Util, type Enforcer } from 'casbin';
import {
  comparisonsOf,
  layersOf,
  namedCaller,
  type BenchDocument,
  type BenchStatement,
} from '../workload/workload.ts';
import type { Peer } from './peer.ts';

const MODEL = `
[request_definition]
r = caller, act, obj, ctx

[policy_definition]
p = caller, act, obj, key, value, eft

[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

[matchers]
m = (p.caller == "*" || r.caller == p.caller) && (p.act == "*" || glob(r.act, p.act)) && (p.obj == "*" || glob(r.obj, p.obj)) && (p.key == "*" || holds(r.ctx, p.key, p.value))
`;

/** Casbin goes through all its lines for each request, since any may deny. */
export const casbin: Peer = {
  name: 'casbin',
  packageName: 'casbin',
  remark: 'one enforcer a layer, `globMatch` on action and resource; `enforceSync`',
  async prepare(workload) {
    const enforcers = await Promise.all(layersOf(workload).map(enforcerOf));
    return ({ action, resource, context = {} }) =>
      () =>
        enforcers.every((enforcer) => enforcer.enforceSync(workload.callerArn, action, resource, context));
  },
};

async function enforcerOf({ Statement }: BenchDocument): Promise<Enforcer> {
  const lines = Statement.flatMap(linesOf).join('\n');
  const enforcer = await newEnforcer(newModelFromString(MODEL), new StringAdapter(lines));
  await enforcer.addFunction('glob', (text: string, pattern: string) => Util.globMatch(text, pattern));
  await enforcer.addFunction('holds', (context: Record<string, unknown>, key: string, value: string) => {
    return context[key] === value;
  });
  return enforcer;
}

function linesOf(statement: BenchStatement): string[] {
  const [comparison = ['*', '*'], ...more] = comparisonsOf(statement);
  if (more.length > 0) throw new RangeError('the casbin model holds one comparison a statement');
  const caller = namedCaller(statement) ?? '*';
  const effect = statement.Effect.toLowerCase();
  return statement.Action.flatMap((action) =>
    statement.Resource.map((resource) => ['p', caller, action, resource, ...comparison, effect].join(', ')),
  );
}
