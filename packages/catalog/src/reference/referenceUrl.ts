import type { CatalogService } from '../_internals/catalogService.ts';
import { serviceOf } from '../_internals/registry.ts';
import {
  findDefinedKey,
  findDocumentedKey,
  findGlobalKey,
  findKeyOfService,
} from '../lookup/findConditionKey.ts';
import { getAction } from '../lookup/getAction.ts';
import { getResourceType } from '../lookup/getResourceType.ts';
import type { ConditionKey } from '../model/conditionKey.ts';
import type { ReferenceSubject } from '../model/referencePage.ts';
import { actionsOfOperation } from '../names/actionsOfOperation.ts';
import { findFederationKey } from '../overlays/federationKeys.ts';
import { globalKeyUrl } from '../overlays/globalKeyAnchors.ts';
import { anchorOf } from './_internals/anchorOf.ts';
import { pageOfAction, pageOfWhat } from './_internals/pageOf.ts';
import { referencePages } from './referencePages.ts';

/**
 * Finds where AWS describes a service, an action, an operation, a resource type or a condition key: the page of its
 * Service Authorization Reference with the anchor of the entry; for a global key, its section of the page of those. Of
 * operations AWS has no anchors: they link to the section that lists them. Takes hits of `search` and changes of
 * `diffCatalogs`.
 *
 * @param subject - what to look up, in any letter case; a key also as a policy writes it: `aws:ResourceTag/team`.
 * @returns an address, or `undefined` for what the catalog does not have.
 */
export function referenceUrl(subject: ReferenceSubject): string | undefined {
  return LINKS[subject.kind](subject);
}

type Link = (subject: ReferenceSubject) => string | undefined;

const LINKS: Readonly<Record<ReferenceSubject['kind'], Link>> = {
  service: ({ name }) => referencePages(name)[0]?.url,
  action: ({ name: fullName }) => {
    const action = getAction(fullName);
    if (action === undefined) return undefined;
    const { name, url } = pageOfAction(action);
    return `${url}#${name}-action-${action.name}`;
  },
  operation: ({ name }) => {
    const [action = ''] = actionsOfOperation(name);
    const found = getAction(action);
    return found && pageOfAction(found).sections.operations;
  },
  resourceType: ({ name }) => {
    const [prefix = ''] = name.split(':', 1);
    const service = serviceOf(prefix.toLowerCase());
    const type = getResourceType(prefix, name.slice(prefix.length + 1));
    if (service === undefined || type === undefined) return undefined;
    const page = pageOfWhat(service, ({ resourceTypes }) =>
      resourceTypes.some((one) => one.name === type.name),
    );
    return `${page.url}#${page.name}-resource-${anchorOf(type.name)}`;
  },
  conditionKey: ({ name, service }) => keyUrl(name, service?.toLowerCase()),
};

function keyUrl(name: string, prefix: string | undefined): string | undefined {
  const service = prefix === undefined ? undefined : serviceOf(prefix);
  const listed = service && findKeyOfService(service, name);
  if (service !== undefined && listed !== undefined) return keyEntryUrl(service, listed);
  const global = findGlobalKey(name);
  if (global !== undefined) return globalKeyUrl(global.name);
  const defined = findDefinedKey(name);
  if (defined !== undefined) return keyEntryUrl(defined.service, defined.key);
  return (findFederationKey(name) ?? findDocumentedKey(name))?.source.url;
}

function keyEntryUrl(service: CatalogService, { name }: ConditionKey): string {
  const page = pageOfWhat(service, ({ conditionKeys, resourceTypes }) =>
    [conditionKeys, ...resourceTypes.map((type) => type.conditionKeys)].some((keys) => keys.includes(name)),
  );
  return `${page.url}#${page.name}-${anchorOf(name)}`;
}
