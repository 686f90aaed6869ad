import { parseArn } from '@policywright/arn';
import { getAction, getOperation, suggestActions, type ActionName } from '@policywright/catalog';
import { suggestOperation, type OperationDiagnostic } from '@policywright/operations';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readOperationInput, type ReadInput } from './readOperationInput.ts';

/**
 * Finds an operation or action as people write them: `ecs:RunTask`, `ecs:run-task`, `ecs:RunTaskCommand`.
 *
 * @param written - by the user.
 * @param resource - of an action; `undefined` for a call.
 * @throws CommandError - where there is none.
 */
export function nameOfCall(written: string, resource: string | undefined): ActionName {
  const colon = written.indexOf(':');
  const service = written.slice(0, Math.max(colon, 0));
  const name = written.slice(colon + 1);
  const spellings = [name, name.replace(/Command$/, ''), name.replaceAll('-', '')];
  for (const spelling of colon > 0 ? spellings : []) {
    const operation = resource === undefined ? getOperation(`${service}:${spelling}`) : undefined;
    if (operation !== undefined) return `${operation.service}:${operation.name}`;
    const action = getAction(`${service}:${spelling}`);
    if (action === undefined) continue;
    if (resource !== undefined) return action.fullName;
    throw new CommandError(`${quote(action.fullName)} is an action that no operation has by its name`, {
      help: 'name the resource as well: `policywright can ACTION RESOURCE`',
    });
  }
  throw new CommandError(`there is no operation and no action ${quote(written)}`, { help: helpFor(written) });
}

function helpFor(written: string): string {
  if (/[*?]/.test(written))
    return 'patterns have a question of their own: `policywright can --ever ACTION RESOURCE`';
  const inServices = written.includes(':') ? [] : suggestActions(written.replace(/Command$/, ''), MOST_NAMED);
  if (inServices.length > 1) return `name the service as well: ${inServices.map(quote).join(', ')}`;
  const closest = suggestOperation(written);
  return closest === undefined
    ? 'write PREFIX:OPERATION, such as `ecs:RunTask`'
    : `did you mean \`${closest}\`?`;
}

/** The most services that are named of those that have an operation. */
const MOST_NAMED = 6;

/**
 * Checks the resource of an action, so that none is decided that no request can name.
 *
 * @param resource - as it was written; `undefined` for a call.
 * @throws CommandError - where it is neither an ARN nor `*`.
 */
export function checkResource(resource: string | undefined): void {
  if (resource === undefined || resource === '*' || parseArn(resource) !== undefined) return;
  throw new CommandError(`the resource ${quote(resource)} is no ARN, and not \`*\``, {
    help: 'such as `arn:aws:s3:::reports/1.pdf`; with `--input`, the resources are those of the request',
  });
}

/**
 * Reads the input of a call; `undefined` where no file is named.
 *
 * @param io - the files.
 * @param file - the value of `--input`.
 * @param resource - where it is named, there is no input.
 * @throws CommandError - where the file cannot be read, or both are named.
 */
export async function inputOfCall(
  io: Io,
  file: string | undefined,
  resource: string | undefined,
): Promise<ReadInput | undefined> {
  if (file === undefined) return undefined;
  if (resource === undefined) return readOperationInput(io, file);
  throw new CommandError('`--input` is of an operation, and a resource was named', {
    help: 'leave one of them out',
  });
}

const IN_INPUT = '/input';

/**
 * Names the place in the file of what is wrong with the input.
 *
 * @param found - in a call.
 * @param input - as it was read.
 */
export function inFile(found: OperationDiagnostic, { placeOf }: ReadInput): OperationDiagnostic {
  const { path, message } = found;
  if (!path.startsWith(IN_INPUT)) return found;
  return { ...found, message: `${placeOf(path.slice(IN_INPUT.length))}: ${message}` };
}
