import type { CompiledSet } from '../compiledSet.ts';
import { BEYOND_SERVICE_LINKED_ROLES } from '../decision/applicability.ts';
import type { Question } from '../decision/question.ts';
import { mayBeServiceLinked } from '../principal/caller.ts';
import type { Decision } from '../request/decision.ts';
import type { KmsGrant } from '../request/kmsGrant.ts';
import type { PartialDecision } from './partialDecision.ts';

/** What unknown keys decide beside statements: which layers bear on the caller, and which grants hold. */
export interface Variant {
  /** Bits of `LAYER_BIT`. */
  readonly inactive: number;
  readonly grants: readonly KmsGrant[];
  /** The unknown keys that it rests on. */
  readonly keys: readonly string[];
}

/**
 * The ways in which a request may turn out for rules that look at keys without a statement (S167, S208).
 *
 * @param set - the compiled policy set.
 * @param question - the request.
 * @param isOpen - whether a key is unknown.
 * @returns the request as it stands first; the others only widen what may be allowed.
 */
export function variantsOf(
  set: CompiledSet,
  { caller, inactive, serviceLinked }: Question,
  isOpen: (key: string) => boolean,
): readonly Variant[] {
  const plain: Variant = { inactive, grants: set.grants, keys: [] };
  const variants = [plain];
  if (caller.kind === 'roleSession' && !serviceLinked && mayBeServiceLinked(caller)) {
    const freed = inactive | BEYOND_SERVICE_LINKED_ROLES;
    if (isOpen('aws:PrincipalArn')) variants.push({ ...plain, inactive: freed, keys: ['aws:PrincipalArn'] });
  }
  const keys = set.grants.flatMap(constrainedKeys).filter(isOpen);
  if (keys.length === 0) return variants;
  const grants = set.grants.map((grant) => withoutConstraints(grant, keys));
  return [
    ...variants,
    ...variants.map((variant) => ({ ...variant, grants, keys: [...variant.keys, ...keys] })),
  ];
}

function constrainedKeys({ sourceArn, ...grant }: KmsGrant): string[] {
  const pairs = { ...grant.encryptionContextEquals, ...grant.encryptionContextSubset };
  const keys = Object.keys(pairs).map((key) => `kms:EncryptionContext:${key}`);
  return sourceArn === undefined ? keys : [...keys, 'aws:SourceArn'];
}

/** The grant for requests in which unknown keys are as it wants them. */
function withoutConstraints(grant: KmsGrant, keys: readonly string[]): KmsGrant {
  return constrainedKeys(grant).some((key) => keys.includes(key))
    ? { grantee: grant.grantee, operations: grant.operations }
    : grant;
}

/**
 * Joins the answers of all variants.
 *
 * @param variants - at least one.
 * @param decide - decides under one.
 */
export function mergeVariants(
  variants: readonly Variant[],
  decide: (variant: Variant) => PartialDecision,
): PartialDecision {
  const answers = variants.map(decide);
  const [first] = answers;
  if (first !== undefined && answers.every(({ answer }) => answer === first.answer && answer !== 'Depends')) {
    return { ...first, possible: possibleOf(answers) };
  }
  const open = new Set(answers.flatMap(({ dependsOn }) => dependsOn));
  for (const [index, { keys }] of variants.entries()) {
    if (answers[index]?.answer !== first?.answer) for (const key of keys) open.add(key);
  }
  return {
    answer: 'Depends',
    possible: possibleOf(answers),
    dependsOn: [...open].sort(),
    residual: [...new Map(answers.flatMap(({ residual }) => residual.map((one) => [one.ref, one]))).values()],
  };
}

function possibleOf(answers: readonly PartialDecision[]): readonly Decision[] {
  const possible = new Set(answers.flatMap((answer) => answer.possible));
  return (['Allow', 'ExplicitDeny', 'ImplicitDeny'] as const).filter((decision) => possible.has(decision));
}
