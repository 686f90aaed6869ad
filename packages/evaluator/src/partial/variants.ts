import type { CompiledSet } from '../compiledSet.ts';
import { BEYOND_SERVICE_LINKED_ROLES } from '../decision/applicability.ts';
import type { KnownRequest } from '../decision/knownRequest.ts';
import { mayBeServiceLinked } from '../principal/caller.ts';
import type { Decision } from '../request/decision.ts';
import type { KmsGrant } from '../request/kmsGrant.ts';
import type { PartialDecision } from './partialDecision.ts';

/** What unknown keys decide beside statements: which layers bear on the caller, and which grants hold. */
export interface Variant {
  /** Bits of `LAYER_BIT`. */
  readonly inactive: number;
  /** The caller is a service-linked role. */
  readonly serviceLinked: boolean;
  readonly grants: readonly KmsGrant[];
  /** The unknown keys that it rests on. */
  readonly keys: readonly string[];
}

/** Which keys are unknown. */
export interface UnknownKeys {
  readonly isOpen: (key: string) => boolean;
  /** As they were named; `undefined` for every key that the context lacks. */
  readonly names: readonly string[] | undefined;
}

/**
 * The ways in which a request may turn out for rules that look at keys without a statement (S167, S208).
 *
 * @param set - the compiled policy set.
 * @param known - the request.
 * @param unknown - the unknown keys.
 * @returns the request as it stands first.
 */
export function variantsOf(
  set: CompiledSet,
  { caller, inactive, serviceLinked }: KnownRequest,
  { isOpen, names }: UnknownKeys,
): readonly Variant[] {
  const plain: Variant = { inactive, serviceLinked, grants: set.grants, keys: [] };
  const variants = [plain];
  if (caller.kind === 'roleSession' && !serviceLinked && mayBeServiceLinked(caller)) {
    const freed = inactive | BEYOND_SERVICE_LINKED_ROLES;
    const linked = { ...plain, inactive: freed, serviceLinked: true, keys: ['aws:PrincipalArn'] };
    if (isOpen('aws:PrincipalArn')) variants.push(linked);
  }
  if (set.grants.length === 0) return variants;
  return variants.flatMap((variant) =>
    grantsThatMayHold(set.grants, { isOpen, names }).map(({ grants, keys }) => ({
      ...variant,
      grants,
      keys: [...variant.keys, ...keys],
    })),
  );
}

/** The grants as they stand, with what unknown keys may add to them, and without what further pairs may take. */
function grantsThatMayHold(
  grants: readonly KmsGrant[],
  { isOpen, names }: UnknownKeys,
): readonly Pick<Variant, 'grants' | 'keys'>[] {
  const ways: Pick<Variant, 'grants' | 'keys'>[] = [{ grants, keys: [] }];
  const keys = grants.flatMap(constrainedKeys).filter(isOpen);
  if (keys.length > 0) ways.push({ grants: grants.map((grant) => withoutConstraints(grant, keys)), keys });
  const fixed = grants.filter(({ encryptionContextEquals }) => encryptionContextEquals !== undefined);
  const pairs = (names ?? [PAIR]).filter((name) => name.toLowerCase().startsWith(PAIR.toLowerCase()));
  if (fixed.length > 0 && pairs.length > 0)
    ways.push({ grants: grants.filter((grant) => !fixed.includes(grant)), keys: pairs });
  return ways;
}

/** How the keys of an encryption context begin. */
const PAIR = 'kms:EncryptionContext:';

function constrainedKeys({ sourceArn, ...grant }: KmsGrant): string[] {
  const pairs = { ...grant.encryptionContextEquals, ...grant.encryptionContextSubset };
  const keys = Object.keys(pairs).map((key) => `${PAIR}${key}`);
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
  if (first !== undefined && answers.length === 1) return first;
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

/** What may come of a request that has several answers: whatever may come of one of them. */
export function possibleOf(answers: readonly PartialDecision[]): readonly Decision[] {
  const possible = new Set(answers.flatMap((answer) => answer.possible));
  return (['Allow', 'ExplicitDeny', 'ImplicitDeny'] as const).filter((decision) => possible.has(decision));
}
