import { createMongoAbility, subject, type RawRuleOf, type MongoAbility } from '@casl/ability';
import { expandActions } from '@policywright/catalog';
import {
  comparisonsOf,
  layersOf,
  namedCaller,
  type BenchDocument,
  type BenchStatement,
} from '../workload/workload.ts';
import type { Peer } from './peer.ts';

type Rule = RawRuleOf<MongoAbility>;

/**
 * CASL has neither action wildcards, so that the catalog expands them by hand, nor layers, so that each layer is
 * an ability of its own. It tries its rules from the last to the first: Deny statements come last, and Allow
 * statements in reverse, so that the one that matches is met last as the workloads say.
 */
export const casl: Peer = {
  name: 'CASL',
  packageName: '@casl/ability',
  remark:
    'one ability a layer, actions expanded by hand, resources by `$regex`, rules in reverse since it tries the last first; no IAM semantics',
  prepare(workload) {
    const abilities = layersOf(workload).map((layer) => createMongoAbility(rulesOf(layer)));
    return Promise.resolve((request) => {
      const asked = { ...request.context, caller: workload.callerArn, arn: request.resource };
      const target = subject('Resource', asked);
      return () => abilities.every((ability) => ability.can(request.action, target));
    });
  },
};

function rulesOf({ Statement }: BenchDocument): Rule[] {
  const allows = Statement.filter(({ Effect }) => Effect === 'Allow');
  const denies = Statement.filter(({ Effect }) => Effect === 'Deny');
  return [...allows.toReversed(), ...denies].flatMap(rulesOfStatement);
}

function rulesOfStatement(statement: BenchStatement): Rule[] {
  const action = statement.Action.flatMap((pattern) => (pattern === '*' ? 'manage' : expandActions(pattern)));
  const caller = namedCaller(statement);
  return statement.Resource.map((pattern) => ({
    action: [...new Set(action)],
    subject: 'Resource',
    inverted: statement.Effect === 'Deny',
    conditions: {
      ...Object.fromEntries(comparisonsOf(statement)),
      ...(caller === undefined ? {} : { caller }),
      ...(pattern === '*' ? {} : { arn: { $regex: expressionOf(pattern) } }),
    },
  }));
}

/** The patterns are the bench's own, and hold no character that is special but `*`. */
function expressionOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 's');
}
