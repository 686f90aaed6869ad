import type { AccessGuardRail, ConditionBlock } from '@policywright/analyzer';
import { isRecord, printJson, type JsonNode } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { didYouMean } from '../../arguments/didYouMean.ts';
import { CommandError } from '../../commandError.ts';

/** A guard rail of a file. */
export interface NamedGuardRail {
  /** Its `id`, or its number: `guard rail 2`. */
  readonly label: string;
  readonly guardRail: AccessGuardRail;
}

/** The form of the file in words, for the help. */
export const GUARD_RAIL_FORM =
  'GUARDRAILS is a list in JSON or YAML that people keep beside the policies: [{ id?, title?, action, resource?, unless?, principal? }]. `action` and `resource` are patterns as in a policy, one or several; `unless` is a condition block: access that meets all of it is fine; `principal` is the ARN of the caller. Nothing of such actions on such resources may ever be allowed.';

const MEMBERS = ['id', 'title', 'action', 'resource', 'unless', 'principal'];

/**
 * Reads the guard rails of a tree.
 *
 * @param root - of JSON or YAML.
 * @param source - what it was read from, in quotes where it has a name.
 * @returns the guard rails, one at least.
 * @throws CommandError - where it has another form: a member that is not known would be a rule that nobody holds.
 */
export function guardRailsIn(root: JsonNode, source: string): readonly NamedGuardRail[] {
  const value: unknown = JSON.parse(printJson(root));
  if (!Array.isArray(value) || value.length === 0)
    throw new CommandError(`${source} holds no list of guard rails`, { help: GUARD_RAIL_FORM });
  return value.map((entry: unknown, index) => readGuardRail(entry, `guard rail ${index + 1}`));
}

function readGuardRail(entry: unknown, label: string): NamedGuardRail {
  if (!isRecord(entry)) throw new CommandError(`${label} is no object`, { help: GUARD_RAIL_FORM });
  for (const name of Object.keys(entry))
    if (!MEMBERS.includes(name))
      throw new CommandError(`${label} has a member ${quote(name)}`, { help: didYouMean(name, MEMBERS) });
  const { id, action, resource, unless, principal } = entry;
  if (!isTexts(action)) throw new CommandError(`\`action\` of ${label} is no pattern and no list of some`);
  if (resource !== undefined && !isTexts(resource))
    throw new CommandError(`\`resource\` of ${label} is no pattern and no list of some`);
  if (principal !== undefined && typeof principal !== 'string')
    throw new CommandError(`\`principal\` of ${label} is no ARN`);
  if (unless !== undefined && !isConditionBlock(unless))
    throw new CommandError(`\`unless\` of ${label} is no condition block`, {
      help: 'such as { "StringEquals": { "aws:PrincipalTag/team": "platform" } }',
    });
  return {
    label: typeof id === 'string' && id !== '' ? id : label,
    guardRail: { action, resource, unless, principal },
  };
}

function isTexts(value: unknown): value is string | readonly string[] {
  if (typeof value === 'string') return true;
  return Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === 'string');
}

function isConditionBlock(value: unknown): value is ConditionBlock {
  if (!isRecord(value)) return false;
  const operators = Object.values(value);
  return (
    operators.length > 0 &&
    operators.every(
      (keys) => isRecord(keys) && Object.values(keys).length > 0 && Object.values(keys).every(isTexts),
    )
  );
}
