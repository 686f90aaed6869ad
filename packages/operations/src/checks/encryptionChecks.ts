import type { ActionName, Need, RequestEncryption } from '@policywright/catalog';
import type { RequestContext } from '@policywright/conditions';
import { arnFormats, fillArn } from '../arns/arnFormat.ts';
import { isArn, readForm } from '../arns/readForm.ts';
import { resourcesOf } from '../arns/resourcesOf.ts';
import { isKnown, patternOf, SOME, type NamedResource } from '../arns/scope.ts';
import { passes } from '../input/hasMember.ts';
import { textsAt } from '../input/valuesAt.ts';
import type { RequiredCheck } from '../model/check.ts';
import { resourcesBehind } from '../model/resourcesBehind.ts';
import type { CallScope } from './callScope.ts';
import { forwardedContext, namesItself } from './forwardedContext.ts';

/** The checks of KMS keys that the service uses in the caller's name. */
export function encryptionChecks(scope: CallScope): readonly RequiredCheck[] {
  return (scope.plan.members?.encryption ?? []).flatMap((fact) => {
    if (passes(scope.input, fact.unless)) return [];
    if (fact.when.length > 0 && !passes(scope.input, fact.when)) return [];
    return keysOf(fact, scope).flatMap((key) =>
      fact.actions.map((action) => checkOf(action, key, { fact, scope })),
    );
  });
}

interface UsedKey {
  readonly key: NamedResource;
  readonly need: Need;
  /** The service that uses it: that of the operation, or of the resource of another service that it reads. */
  readonly through: string;
}

/** The keys that a call uses; one that is not known where it may use one. */
function keysOf({ member, resource }: RequestEncryption, scope: CallScope): readonly UsedKey[] {
  const texts = member === undefined ? [] : textsAt(scope.input, member);
  if (texts.length > 0) {
    const through = scope.plan.operation.service;
    return texts
      .filter((text) => !isManagedByAws(text))
      .map((text) => ({
        key: keyNamed(readForm(text, 'key', scope) ?? SOME, scope),
        need: 'thisCall',
        through,
      }));
  }
  if (resource === undefined) return [];
  const through = resource.service;
  return resourcesOf(resource, scope).flatMap(({ arn, pattern }): readonly UsedKey[] => {
    const key = keyOf(arn ?? pattern, scope);
    if (key === NO_KEY) return [];
    return key === undefined
      ? [{ key: keyNamed(SOME, scope), need: 'perhaps', through }]
      : [{ key: keyNamed(key, scope), need: 'thisCall', through }];
  });
}

const NO_KEY = 'none';

/** That of an object, or else that of its bucket. */
function keyOf(arn: string, { world }: CallScope): string | undefined {
  if (world.keyOf === undefined) return undefined;
  for (const one of resourcesBehind(arn)) {
    const key = world.keyOf(one);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Keys that AWS manages for a service let every caller use them through it. */
function isManagedByAws(text: string): boolean {
  return /(?:^|:)alias\/aws\//.test(text);
}

function keyNamed(text: string, scope: CallScope): NamedResource {
  if (isArn(text)) return { type: 'key', arn: text, pattern: text };
  const [format] = arnFormats('kms', 'key');
  const where = isKnown(text) ? scope : { ...scope, account: SOME, region: SOME };
  const arn = format === undefined ? SOME : fillArn(format, { KeyId: text }, where);
  return { type: 'key', arn: isKnown(arn) ? arn : undefined, pattern: patternOf(arn) };
}

interface Making {
  readonly fact: RequestEncryption;
  readonly scope: CallScope;
}

function checkOf(
  action: ActionName,
  { key, need, through }: UsedKey,
  { fact, scope }: Making,
): RequiredCheck {
  const { context, absent } = forwardedContext(scope, { action, reason: 'forwardAccess', resource: key });
  const pairs = fact.context === undefined ? [] : resourcesOf(fact.context.of, scope);
  const [pair] = pairs;
  const encryption =
    fact.context !== undefined && pairs.length === 1 && pair?.arn !== undefined
      ? { [`kms:EncryptionContext:${fact.context.key}`]: pair.arn }
      : {};
  return {
    action,
    resource: key.arn,
    resourcePattern: key.arn === undefined ? key.pattern : undefined,
    resourceType: key.type,
    principal: scope.call.principal,
    context: {
      ...(through === scope.plan.operation.service ? context : withoutChain(context)),
      ...encryption,
      ...viaService(through, scope),
      'kms:CallerAccount': scope.account,
    },
    absent,
    inPart: {},
    reason: 'forwardAccess',
    need,
    source: scope.plan.members?.source ?? scope.plan.source,
  };
}

/** Which services stand in the chain where one asks another for an object, no page says. */
function withoutChain(context: RequestContext): RequestContext {
  return Object.fromEntries(
    Object.entries(context).filter(([key]) => !key.toLowerCase().startsWith('aws:calledvia')),
  );
}

function viaService(service: string, { region }: CallScope): Readonly<Record<string, string>> {
  return namesItself(service, 'kms:ViaService') && isKnown(region)
    ? { 'kms:ViaService': `${service}.${region}.amazonaws.com` }
    : {};
}
