import { isAccountId } from '@policywright/arn';
import { closestName, quote } from '@policywright/policy/text';
import { isObject, valuesAt } from '../input/valuesAt.ts';
import type { OperationCall } from '../model/operationCall.ts';
import type { OperationDiagnostic, OperationDiagnosticCode } from '../model/operationDiagnostic.ts';
import { operationPlan, type OperationPlan } from '../plan/operationPlan.ts';
import { askedMembers, type AskedMember } from './askedMembers.ts';
import { suggestOperation } from './suggestOperation.ts';

/**
 * Finds what is wrong with a call: the operation, the place, the members that the facts of requests read.
 *
 * @param call - never throws on it.
 * @returns errors for a call that cannot be made so; empty where nothing is known to be wrong.
 */
export function diagnoseCall(call: OperationCall): readonly OperationDiagnostic[] {
  const plan = operationPlan(call.operation);
  return [
    ...(plan === undefined ? [unknownOperation(call.operation)] : []),
    ...placeOf(call),
    ...(isObject(call.input) ? [] : [invalidInput(call.input)]),
    ...(plan === undefined || !isObject(call.input) ? [] : membersOf(plan, call.input)),
  ];
}

function unknownOperation(operation: string): OperationDiagnostic {
  const closest = suggestOperation(operation);
  return error('unknown-operation', '/operation', {
    message: `\`${operation}\` is no operation`,
    help:
      closest === undefined
        ? 'write PREFIX:OPERATION, such as `ecs:RunTask`'
        : `did you mean \`${closest}\`?`,
  });
}

function placeOf({ account, region }: OperationCall): readonly OperationDiagnostic[] {
  const found: OperationDiagnostic[] = [];
  if (!isAccountId(account)) {
    const message = `\`${account}\` is no account, expected 12 digits`;
    found.push(error('invalid-account', '/account', { message }));
  }
  if (region !== undefined && !/^[a-z0-9-]+$/.test(region)) {
    const message = `\`${region}\` is no Region, expected one such as \`eu-west-1\``;
    found.push(error('invalid-region', '/region', { message }));
  }
  return found;
}

function invalidInput(input: unknown): OperationDiagnostic {
  const kind = input === null ? 'null' : Array.isArray(input) ? 'a list' : `a ${typeof input}`;
  return error('invalid-input', '/input', { message: `the input is ${kind}, expected an object` });
}

/** Members that name what the call is about, and roles. */
function membersOf(plan: OperationPlan, input: unknown): readonly OperationDiagnostic[] {
  const found: OperationDiagnostic[] = [];
  for (const asked of askedMembers(plan)) diagnoseMember(asked, { operation: plan.name, input, found });
  return found.length < 2
    ? found
    : found.filter((one, index) => found.findIndex(({ path }) => path === one.path) === index);
}

interface Diagnosing {
  readonly operation: string;
  readonly input: unknown;
  readonly found: OperationDiagnostic[];
}

function diagnoseMember(
  { paths, lacking, fits, expected }: AskedMember,
  { operation, input, found }: Diagnosing,
): void {
  let isThere = false;
  for (const path of paths) {
    const values = valuesAt(input, path);
    if (values.length > 0) isThere = true;
    if (!values.every(fits)) found.push(unfit(path, expected));
  }
  const [first] = paths;
  if (!isThere && lacking !== 'nothing' && first !== undefined)
    found.push({ ...missing(first, operation, input), severity: lacking });
}

function missing(path: string, operation: string, input: unknown): OperationDiagnostic {
  const [name = ''] = path.split('.');
  const given = isObject(input) ? Object.keys(input).filter((key) => key !== name) : [];
  const closest = closestName(name, given);
  return error('missing-member', pointerOf(path), {
    message: `\`${operation}\` has no \`${path}\``,
    help:
      closest === undefined
        ? `add \`${path}\` to the input`
        : `add \`${path}\` to the input; ${quote(closest)} may be a slip of the pen`,
  });
}

function unfit(path: string, expected: string): OperationDiagnostic {
  return error('invalid-member', pointerOf(path), {
    message: `\`${path}\` is not a text, expected ${expected}`,
  });
}

function pointerOf(path: string): string {
  return `/input/${path.replaceAll('.', '/')}`;
}

function error(
  code: OperationDiagnosticCode,
  path: string,
  words: Pick<OperationDiagnostic, 'message' | 'help'>,
): OperationDiagnostic {
  return { code, severity: 'error', path, ...words };
}
