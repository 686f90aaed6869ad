import type { AccessPart, Witness } from '@policywright/analyzer';
import type { StatementRef } from '@policywright/evaluator';
import { showUnknown } from '@policywright/policy';
import type { ActionNames } from './report/actionNames.ts';
import type { AccessScope, ProofCode, ProofRow } from './report/proofRow.ts';
import { statementFacts } from './report/statementFacts.ts';
import { labelOf, type SourcePolicy } from './sources/sourcePolicy.ts';

/** What a question was asked about. */
export interface Asked {
  readonly label: string;
  readonly file: string;
  /** In the order of the list that the analyzer was given. */
  readonly policies: readonly SourcePolicy[];
}

/** What policies are called together. */
export function askedAbout(policies: readonly SourcePolicy[]): Asked {
  const [first] = policies;
  const label =
    first === undefined
      ? 'no policy'
      : policies.length === 1
        ? labelOf(first)
        : `${labelOf(first)} and ${policies.length - 1} more`;
  return { label, file: first?.source.file ?? '', policies };
}

/** One row for each reason why something was not found out. */
export function unknownRows(
  { label, file }: Pick<Asked, 'label' | 'file'>,
  reasons: readonly string[],
): readonly ProofRow[] {
  return reasons.map((reason) => ({ ...EMPTY, code: 'unknown', label, file, reason }));
}

const EMPTY = {
  statement: undefined,
  actions: [],
  futureActions: [],
  scope: { resources: [], exceptResources: [], conditions: [] },
  partly: [],
  reason: undefined,
  witness: undefined,
  decidedBy: [],
} as const satisfies Partial<ProofRow>;

/** A row about a statement of the policies that were asked about. */
export function statementRow(asked: Asked, code: ProofCode, ref: StatementRef | undefined): ProofRow {
  const { label, file, policies } = asked;
  const statement = statementFacts(ref, policies);
  // Of several policies, the row names the one that the statement is of.
  const own =
    policies.length > 1 && statement !== undefined ? askedAbout([statement.policy]) : { label, file };
  const scope = statement?.scope ?? EMPTY.scope;
  return { ...EMPTY, code, label: own.label, file: own.file, statement, scope };
}

/** A row about the request that shows an answer, at the statement that allows it. */
export function witnessRow(
  asked: Asked,
  code: ProofCode,
  { witness, names }: { readonly witness: Witness; readonly names: ActionNames },
): ProofRow {
  const shown = names.witness(witness);
  return {
    ...statementRow(
      asked,
      code,
      witness.statements.find(({ of }) => of === 'after'),
    ),
    actions: [shown.request.action],
    witness: shown,
    decidedBy: asked.policies,
  };
}

/** A row about a part of a difference, or of what policies allow. */
export function partRow(
  asked: Asked,
  code: ProofCode,
  { part, names }: { readonly part: AccessPart; readonly names: ActionNames },
): ProofRow {
  const { statement, actions, futureActions, resources, exceptResources, conditions, witness } = part;
  return {
    ...statementRow(asked, code, statement),
    actions: actions.map(names.name),
    futureActions,
    scope: shownScope({ resources, exceptResources, conditions }),
    witness: names.witness(witness),
    decidedBy: asked.policies,
  };
}

/** What templates leave open has a name of its own. */
function shownScope({ resources, exceptResources, conditions }: AccessScope): AccessScope {
  return {
    resources: resources.map(showUnknown),
    exceptResources: exceptResources.map(showUnknown),
    conditions: conditions.map((one) => ({ ...one, values: one.values.map(showUnknown) })),
  };
}
