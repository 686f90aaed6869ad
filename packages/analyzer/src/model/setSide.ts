import type { EvaluatorOptions, PolicySet } from '@policywright/evaluator';
import {
  GRADE,
  LAYER_BIT,
  statementGrades,
  type CallerFacts,
  type CompiledSet,
  type CompiledStatement,
} from '@policywright/evaluator/engine';
import { Asker, GATEWAY_ACTION, PLAIN_ACTION } from './asker.ts';
import type { CompiledPolicies } from './compiledPolicies.ts';
import type { UnknownReason } from './unknownReason.ts';
import type { Box } from './box.ts';
import type { Given } from './given.ts';
import type { RequirementPool } from './requirementPool.ts';
import { SetWeighers } from './setWeighers.ts';
import type { Side } from './side.ts';

/** With what a side is read. */
export interface ReadingOptions {
  readonly evaluator: EvaluatorOptions;
  readonly given: Given;
  readonly pool: RequirementPool;
}

/** So many layers have a bit each. */
const MOST_LAYERS = 24;

/**
 * The policies of all layers that bear on the requests of one principal to the resources of one account.
 *
 * @param policies - compiled over the table of the question.
 * @param options - readings, who asks, and what reads the statements.
 */
export function setSide(policies: CompiledPolicies, { evaluator, given, pool }: ReadingOptions): Side {
  const { set, joined } = policies;
  const asker = new Asker(joined, given);
  const { caller, facts, inactive } = asker.ask(PLAIN_ACTION);
  const gaps = gapsOf(set, joined);
  const inGateway = set.vpcEndpoint?.length ? asker.ask(GATEWAY_ACTION).facts : facts;
  const boxes: Omit<Box, 'sides'>[] = [];
  joined.layers.slice(0, MOST_LAYERS).forEach(({ statements }, layer) => {
    for (const statement of statements) {
      if (!statement.takesPart) continue;
      const grades = statementGrades(statement, facts);
      // Of classes of callers there is one for each id.
      if (given.parts.callers === undefined && namesUnknownId(statement, facts))
        gaps.push({ code: 'unique-id', about: statement.ref });
      if (statement.layer.kind === 'vpcEndpoint' && grades !== statementGrades(statement, inGateway)) {
        gaps.push({ code: 'gateway-endpoint', about: statement.ref });
      }
      if (grades === GRADE.none) continue;
      const requirements = pool.askedBy(statement, evaluator.conditions);
      if (requirements === 'never') continue;
      const counted = statement.layerBit === LAYER_BIT.resource && !statement.deny ? grades : GRADE.none;
      boxes.push({ deny: statement.deny, layer, grades: counted, requirements, statement });
    }
  });
  const weighers = new SetWeighers(policies, (action) => asker.ask(action), given.sameAccount);
  return {
    kind: kindOf(set, joined, inactive),
    needsAllow: caller.kind !== 'root' && joined.grants.length === 0,
    boxes,
    gaps,
    weighingOf: (action, isNamed) => `${isNamed} ${weighers.rulesOf(action)}`,
    circumstances: (action, isNamed) => weighers.circumstances(action, isNamed),
    weigherOf: (action, circumstance) => weighers.of(action, circumstance),
    set,
    settle: (request) => policies.authorizer.explain(request),
    allows: (request) => policies.authorizer.decide(request) === 'Allow',
  };
}

function namesUnknownId({ principal }: CompiledStatement, facts: CallerFacts | undefined): boolean {
  const hasId = facts?.caller.account !== '' && facts?.userId === undefined;
  return principal?.namesUniqueIds === true && hasId;
}

/** What a set holds that is not analysed. */
function gapsOf(set: PolicySet, joined: CompiledSet): UnknownReason[] {
  const gaps: UnknownReason[] = [];
  if (joined.layers.length > MOST_LAYERS) gaps.push({ code: 'layers', about: String(joined.layers.length) });
  if (joined.grants.length > 0) gaps.push({ code: 'service-rule', about: 'grants of KMS keys' });
  if (set.underlying !== undefined) gaps.push({ code: 'access-point', about: '/underlying' });
  if (set.flags?.restrictPublicBuckets === true) {
    gaps.push({ code: 'service-rule', about: 'S3 Block Public Access' });
  }
  return gaps;
}

/** Equal for sets whose layers are weighed alike. */
function kindOf(set: PolicySet, { layers, resourcePolicies }: CompiledSet, inactive: number): string {
  const shape = layers.map(({ kind, level, hasAllow }) => [kind, level, kind === 'rcp' && hasAllow]);
  return JSON.stringify([set.flags ?? {}, shape, resourcePolicies.length > 0, set.grants ?? [], inactive]);
}
