import type { PolicySet, Request, UnderlyingResource } from '@policywright/evaluator';
import type { Policy, PolicyType } from '@policywright/policy';
import { attach } from '../../policies/attach.ts';
import { namesDefaultPolicy } from './defaultPolicy.ts';
import type { DocumentReader } from './documentReader.ts';
import type { NodeReader, Placed } from './nodeReader.ts';

/** What `policies.resource` hangs on. */
export interface AttachedTo {
  /** `undefined` where it could not be read. */
  readonly request: Request | undefined;
  readonly type: PolicyType;
}

/**
 * Reads `policies.resource`: one document, or a list. Without `underlying`, all of the list are policies of the
 * resource; with it, the first is the resource's own and the others belong to what lies behind it, in order
 * (rule S210).
 */
export function readAttached(
  documents: DocumentReader,
  place: Placed,
  { request, type }: AttachedTo,
): Pick<PolicySet, 'resource' | 'underlying'> {
  if (place.node.kind !== 'array')
    return { resource: readOne(documents, place, { type, level: 0, resource: request }) };
  const { reader } = documents;
  const items = reader.items(place, '`resource`') ?? [];
  const underlying = request?.underlying;
  const mayBeMissing = request === undefined || underlying !== undefined;
  const policies = items.map((item, index) => {
    if (mayBeMissing && item.node.kind === 'null') return undefined;
    const level = underlying === undefined ? 0 : index;
    return readOne(documents, item, {
      type,
      level,
      resource: level === 0 ? request : underlying?.[level - 1],
    });
  });
  if (underlying !== undefined) reportExtra(reader, items, underlying.length + 1);
  return attach(policies, underlying !== undefined);
}

function reportExtra(reader: NodeReader, items: readonly Placed[], resources: number): void {
  const extra = items[resources];
  if (extra === undefined) return;
  reader.report(extra, {
    code: 'scenario-underlying',
    message: `there are ${String(items.length)} documents and only ${String(resources)} resources`,
    help: 'with `underlying`, the first document belongs to `resource` and each further one to an entry of `underlying`',
  });
}

interface OneAttached {
  readonly type: PolicyType;
  readonly level: number;
  readonly resource: UnderlyingResource | undefined;
}

function readOne(
  documents: DocumentReader,
  place: Placed,
  { type, level, resource }: OneAttached,
): Policy | undefined {
  const attachment = { layer: 'resource', level, type } as const;
  if (place.node.kind === 'object' && namesDefaultPolicy(place))
    return documents.readDefault({ node: place.node, pointer: place.pointer }, attachment, resource);
  return documents.readOne(place, attachment);
}
