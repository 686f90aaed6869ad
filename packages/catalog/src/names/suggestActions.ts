import { allServices, serviceOf } from '../_internals/registry.ts';
import type { ActionName } from '../model/action.ts';
import { actionsOfOperation } from './actionsOfOperation.ts';
import { wordsOf } from './_internals/nameWords.ts';
import { nearActions } from './_internals/nearActions.ts';
import { prefixesMeant } from '../overlays/prefixesMeant.ts';
import { taggingActions } from './_internals/taggingActions.ts';
import { misspeltPrefixes } from './suggestPrefixes.ts';

/**
 * Suggests actions for one that the catalog does not have: those of the API operation of this name, or the nearest of
 * its service. Another service comes in where the prefix is another name of it, or no service has the prefix and that
 * one alone has the action.
 *
 * @param fullName - what somebody wrote: `s3:ListObjects`, `efs:CreateFileSystem`, `ecs:RunTsak`, `lamda:InvokeFunction`.
 * @param limit - the most suggestions.
 * @returns full names, all equally likely; empty when nothing is near.
 */
export function suggestActions(fullName: string, limit: number = 3): readonly ActionName[] {
  const colon = fullName.indexOf(':');
  if (colon < 0) return actionsOfOperation(fullName).slice(0, limit);
  const prefix = fullName.slice(0, colon).toLowerCase();
  const name = fullName.slice(colon + 1);
  const operation = actionsOfOperation(fullName);
  if (operation.length > 0) return operation.slice(0, limit);
  const services = [...prefixesMeant(prefix)].flatMap((meant) => serviceOf(meant) ?? []);
  // Of a prefix that is one, the others that it stands for have the operation itself or nothing.
  const own = serviceOf(prefix) === undefined ? services : services.slice(0, 1);
  const ways = [
    ...own.map((service) => () => taggingActions(service, name)),
    ...own.map((service) => () => nearActions(service, name)),
    ...(own.length > 0 ? [] : [() => onlyActionNamed(name), () => underMisspeltPrefix(prefix, name)]),
  ];
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found.slice(0, limit);
  }
  return [];
}

/** The action of this name where one service alone has it, and the name says what it does. */
function onlyActionNamed(name: string): readonly ActionName[] {
  if (wordsOf(name).length < 2) return [];
  const found = allServices().flatMap(({ actionTable }) => actionTable.get(name) ?? []);
  return found.length === 1 ? found.map(({ fullName }) => fullName) : [];
}

function underMisspeltPrefix(prefix: string, name: string): readonly ActionName[] {
  for (const near of misspeltPrefixes(prefix)) {
    const found = actionsOfOperation(`${near}:${name}`);
    if (found.length > 0) return found;
  }
  return [];
}
