import { getAction } from '@policywright/catalog';
import { expect, test } from 'vitest';
import { jointActions } from '../../data/jointResources.ts';
import { jointTypesOf } from '../../facts/actionFit.ts';
import { lintText } from '../../index.ts';
import { allow } from '../_internals/exampleDocuments.ts';

const ID = 'uncovered-resource-type';

/** A resource of each type that an action is checked against. */
function resourcesOf(name: string): readonly string[] {
  const action = getAction(name);
  const types = action === undefined ? [] : jointTypesOf(action);
  return types.map(({ arnFormats: [format = ''] }) => format.replace(/\$\{[^}]*\}/g, '*'));
}

function pathsOf(members: Readonly<Record<string, unknown>>): readonly string[] {
  const { text, type } = allow(members);
  const { findings } = lintText(text, { type, rules: { [ID]: 'suggestion' } });
  return findings.flatMap(({ code, path }) => (code === ID ? [path] : []));
}

test.each([...jointActions()])('S60: %s needs a resource of each of its types', (Action) => {
  const Resource = resourcesOf(Action);
  expect(pathsOf({ Action, Resource: Resource[0] })).toEqual(['/Statement/0/Action']);
  expect(pathsOf({ Action, Resource })).toEqual([]);
});
