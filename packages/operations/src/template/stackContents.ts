import { templateOperation, type Need, type TemplateOperation } from '@policywright/catalog';
import { hasMember } from '../input/hasMember.ts';
import { textsAt } from '../input/valuesAt.ts';
import type { OperationCall } from '../model/operationCall.ts';
import type { UnlistedNeed } from '../model/unlistedNeed.ts';
import { readTemplate, type TemplateResource } from './readTemplate.ts';

/** A resource that a stack makes in the name of the caller, by an operation that is known. */
export interface MadeResource {
  readonly resource: TemplateResource;
  readonly by: TemplateOperation;
}

/** What AWS CloudFormation does in the name of the caller for a stack. */
export interface StackContents {
  readonly made: readonly MadeResource[];
  readonly unlisted: readonly UnlistedNeed[];
}

const NOTHING: StackContents = { made: [], unlisted: [] };

/** Operations that change a stack as it stands, of which the call does not tell what it has. */
const CHANGING: ReadonlySet<string> = new Set(
  ['UpdateStack', 'DeleteStack', 'ExecuteChangeSet', 'RollbackStack', 'ContinueUpdateRollback'].map(
    (name) => `cloudformation:${name}`,
  ),
);

/**
 * What a call of AWS CloudFormation has made in the name of the caller: without a role of its own a stack is worked on with a
 * session of whoever calls ("AWS CloudFormation service role", read 2026-11-30). With a role, it is the role's matter.
 *
 * @param name - of the operation, in AWS's spelling.
 * @param input - of the call.
 */
export function stackContents(name: string, input: OperationCall['input']): StackContents {
  if (hasMember(input, 'RoleARN')) return NOTHING;
  if (CHANGING.has(name)) {
    const words = 'what AWS CloudFormation asks for to change the stack, unless the stack has a role';
    return { made: [], unlisted: [{ words, need: 'perhaps' }] };
  }
  return name === 'cloudformation:CreateStack' ? contentsOf(input) : NOTHING;
}

function contentsOf(input: OperationCall['input']): StackContents {
  const [text] = textsAt(input, 'TemplateBody');
  const template = text === undefined ? undefined : readTemplate(text);
  if (template === undefined) {
    const [url] = textsAt(input, 'TemplateURL');
    const which = url === undefined ? 'the template' : `the template ${url}`;
    const why = text === undefined ? 'which is not at hand' : 'which is no template in JSON';
    const words = `what AWS CloudFormation asks for to make the resources of ${which}, ${why}`;
    return { made: [], unlisted: [{ words, need: 'thisCall' }] };
  }
  const { resources, transforms } = template;
  const found = resources.map((resource) => ({ resource, by: operationFor(resource) }));
  return {
    made: found.flatMap(({ resource, by }) => (by === undefined ? [] : [{ resource, by }])),
    unlisted: [
      ...transforms.map((transform) => unlisted(`what ${transform} makes of the template`)),
      ...found.map(({ resource, by }) => unlistedOf(resource, by)),
    ],
  };
}

function operationFor({ type }: TemplateResource): TemplateOperation | undefined {
  return type === undefined ? undefined : templateOperation(type);
}

function unlisted(words: string, need: Need = 'thisCall'): UnlistedNeed {
  return { words, need };
}

/** What the handler of a type asks for besides its operation, no table has; of other types it is not known at all. */
function unlistedOf(
  { logicalId, type = 'of no type', isConditional }: TemplateResource,
  by: TemplateOperation | undefined,
): UnlistedNeed {
  const resource = `to make ${logicalId} (${type})`;
  if (by === undefined)
    return unlisted(`what AWS CloudFormation asks for ${resource}`, isConditional ? 'perhaps' : 'thisCall');
  return unlisted(`what AWS CloudFormation asks for besides ${by.operation} ${resource}`, 'perhaps');
}
