import { REQUESTS } from '../data/requests.gen.ts';
import type { ActionName } from '../model/action.ts';
import { getOperation } from './getOperation.ts';
import { TEMPLATE_TYPE } from './_internals/requestTable.ts';

/** The operation by which AWS CloudFormation makes a resource of a type, as far as its request follows from the template. */
export interface TemplateOperation {
  /** `sqs:CreateQueue`. */
  readonly operation: ActionName;
  readonly members: readonly TemplateMember[];
}

/** A member of the request that has the value of a property of the resource. */
export interface TemplateMember {
  readonly member: string;
  readonly property: string;
  /** Whether AWS CloudFormation makes up a value where the template has none. */
  readonly generated: boolean;
}

/**
 * Tells by which operation AWS CloudFormation makes a resource of a type: reviewed facts, never guessed by a name.
 *
 * @param type - of a resource in a template: `AWS::SQS::Queue`, in its letter case.
 * @returns `undefined` for types of which nothing is written down.
 */
export function templateOperation(type: string): TemplateOperation | undefined {
  types ??= readTypes();
  return types.get(type);
}

let types: ReadonlyMap<string, TemplateOperation> | undefined;

function readTypes(): ReadonlyMap<string, TemplateOperation> {
  const found = new Map<string, TemplateOperation>();
  let prefix = '';
  for (const line of REQUESTS.split('\n')) {
    if (line.startsWith('@')) prefix = line.slice(1);
    const [name = '', entries = ''] = line.split(' > ');
    for (const entry of entries.split(' ')) {
      if (!entry.startsWith(TEMPLATE_TYPE)) continue;
      const [, type = '', members = ''] = /^type:([\w:]+)\((.*)\)$/.exec(entry) ?? [];
      const operation = getOperation(`${prefix}:${name}`);
      if (operation === undefined) continue;
      found.set(type, {
        operation: `${operation.service}:${operation.name}`,
        members: members === '' ? [] : members.split(',').map(readMember),
      });
    }
  }
  return found;
}

/** `member<Property`, or `Name` for both; with `*` behind what is made up where the template has none. */
function readMember(text: string): TemplateMember {
  const generated = text.endsWith('*');
  const [member = '', property = member] = (generated ? text.slice(0, -1) : text).split('<');
  return { member, property, generated };
}
