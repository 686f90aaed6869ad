import { parseArn } from '@policywright/arn';
import type { ContextDocument } from '@policywright/scenario';
import type { Spoiler } from './aimPlan.ts';
import { isActionName } from './actionForm.ts';
import type { AimedRequest } from './aimedRequest.ts';
import { ACTIONS, CALLERS, ODD_VALUES, RESOURCES, STRINGS, USER } from './alphabet.ts';
import { at } from './picker.ts';

/** Makes one small change to a request. */
export function spoil(request: AimedRequest, { kind, at: place, pick }: Spoiler): AimedRequest {
  switch (kind) {
    case 'actionCharacter':
      return { ...request, action: actionOr(request.action, changeCharacter(request.action, place, pick)) };
    case 'actionCase':
      return { ...request, action: changeCase(request.action, place) };
    case 'actionOther':
      return { ...request, action: at(ACTIONS, pick, request.action) };
    case 'resourceCharacter':
      return {
        ...request,
        resource: resourceOr(request.resource, changeCharacter(request.resource, place, pick)),
      };
    case 'resourceCase':
      return {
        ...request,
        resource: request.resource.startsWith('arn:')
          ? `arn:${changeCase(request.resource.slice(4), place)}`
          : '*',
      };
    case 'resourceSegment':
      return {
        ...request,
        resource: resourceOr(request.resource, changeSegment(request.resource, place, pick)),
      };
    case 'resourceOther':
      return { ...request, resource: at(RESOURCES, pick, request.resource) };
    case 'principal':
      return { ...request, principal: at(CALLERS, pick, USER) };
    default:
      return { ...request, context: spoilContext(request.context, { kind, at: place, pick }) };
  }
}

/** A change that would leave no action is not made. */
function actionOr(before: string, after: string): string {
  return isActionName(after) ? after : before;
}

/** A change that would leave no ARN is not made. */
function resourceOr(before: string, after: string): string {
  return parseArn(after) === undefined ? before : after;
}

function changeCharacter(text: string, place: number, pick: number): string {
  const index = place % Math.max(text.length, 1);
  const replacement = at(['', 'x', '/', 'a', '.'], pick, '');
  return text.slice(0, index) + replacement + text.slice(index + (pick % 2));
}

function changeCase(text: string, place: number): string {
  const index = place % Math.max(text.length, 1);
  const unit = text.charAt(index);
  const other = unit === unit.toLowerCase() ? unit.toUpperCase() : unit.toLowerCase();
  return text.slice(0, index) + other + text.slice(index + 1);
}

function changeSegment(resource: string, place: number, pick: number): string {
  if (!resource.startsWith('arn:')) return resource;
  const parts = resource.split(':');
  const index = 1 + (place % (parts.length - 1));
  const replacement = at(['', 'x', '444455556666', 'us-west-1', 'aws-cn'], pick, '');
  parts[index] = replacement === '' && index === parts.length - 1 ? 'x' : replacement;
  return parts.join(':');
}

function spoilContext(context: ContextDocument, { kind, at: place, pick }: Spoiler): ContextDocument {
  const entries = Object.entries(context);
  const [key, value] = entries[place % Math.max(entries.length, 1)] ?? [];
  if (key === undefined || value === undefined) return context;
  if (kind === 'dropKey') return Object.fromEntries(entries.filter(([name]) => name !== key));
  const other = at(kind === 'contextOdd' ? ODD_VALUES : STRINGS, pick, '');
  if (kind === 'contextTwin') return { ...context, [key.toUpperCase()]: twin(value, other, pick) };
  if (kind === 'contextShape') return { ...context, [key]: reshaped(value, pick) };
  return { ...context, [key]: Array.isArray(value) ? [...(value as string[]), other] : other };
}

/** The same value, another, or one of another shape. */
function twin(value: ContextDocument[string], other: string, pick: number): ContextDocument[string] {
  if (pick % 3 === 0) return value;
  if (pick % 3 === 1) return other;
  return Array.isArray(value) ? [...(value as string[]).slice(1), other] : [String(value)];
}

/** A list for a lone value and the other way round, or an empty list. */
function reshaped(value: ContextDocument[string], pick: number): ContextDocument[string] {
  if (pick % 3 === 0) return [];
  return Array.isArray(value) ? String(value[0] ?? '') : [String(value)];
}
