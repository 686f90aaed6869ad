import { getAction, getService, roleTakingActions } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { lintText } from '../index.ts';
import { escalations } from './escalations.ts';

/** The messages about more permissions in a policy of Allow statements. */
function messagesOf(...statements: readonly object[]): readonly string[] {
  const Statement = statements.map((members) => ({ Effect: 'Allow', ...members }));
  const text = JSON.stringify({ Version: '2012-10-17', Statement });
  const { findings } = lintText(text, { type: 'identity', rules: { 'action-combination': 'warning' } });
  return findings
    .filter(({ code, severity }) => code === 'action-combination' && severity === 'warning')
    .map(({ path, message }) => `${path} ${message}`);
}

/** One resource of each type that an action takes. */
function namedResources(name: string): readonly string[] {
  const action = getAction(name);
  const types = getService(action?.service ?? '')?.resourceTypes ?? [];
  return (action?.resourceTypes ?? []).flatMap((resource) =>
    types.filter((type) => type.name === resource.name).flatMap(({ arnFormats }) => arnFormats.map(filled)),
  );
}

function filled(format: string): string {
  return format
    .replace('${Partition}', 'aws')
    .replace('${Region}', 'eu-central-1')
    .replace('${Account}', '111122223333')
    .replace(/\$\{\w+\}/g, 'one')
    .replaceAll('*', 'one');
}

test('each way has its source and day, and names each action once', () => {
  for (const { actions, source } of escalations()) {
    expect(source.page).toMatch(/^[\w.-]+(?:\/[\w.-]+)+\.html$/);
    expect(source.recorded).toBe('2026-11-29');
    expect(new Set(actions).size).toBe(actions.length);
  }
  const ways = escalations().map(({ actions }) => actions.join());
  expect(new Set(ways).size).toBe(ways.length);
});

describe.each(escalations().map(({ actions, how }) => [actions.join(' and '), actions, how] as const))(
  '%s',
  (_, actions, how) => {
    test('are actions of the catalog, in its spelling', () => {
      expect(actions.map((name) => getAction(name)?.fullName)).toEqual(actions);
    });

    test('are found on any resource, with what they do', () => {
      const names = actions.map((name) => `\`${name}\``).join(' and ');
      const message = `/Statement/0/Action/0 found ${names} on any resource, which ${how}`;
      expect(messagesOf({ Action: actions, Resource: '*' })).toContain(message);
    });

    test('are not found on named resources, under a condition, or in part', () => {
      const resources = actions.flatMap(namedResources);
      if (resources.length > 0) expect(messagesOf({ Action: actions, Resource: resources })).toEqual([]);
      const Condition = { StringEquals: { 'aws:PrincipalTag/team': 'platform' } };
      expect(messagesOf({ Action: actions, Resource: '*', Condition })).toEqual([]);
      const [first] = actions;
      if (actions.length > 1)
        expect(messagesOf({ Action: first, Resource: '*' }).join()).not.toContain(` and \`${actions[1]}\``);
    });
  },
);

test('whatever takes a role is found beside the right to pass any, and not beside the right to pass one', () => {
  const pass = (Resource: string): object => ({ Action: 'iam:PassRole', Resource });
  for (const name of roleTakingActions()) {
    const take = { Action: name, Resource: '*' };
    expect(messagesOf(pass('arn:aws:iam::*:role/*'), take).join(), name).toContain(
      `/Statement/0/Action found \`iam:PassRole\` on any role beside \`${name}\`, which together give`,
    );
    expect(messagesOf(pass('arn:aws:iam::111122223333:role/one'), take).join()).not.toContain('PassRole');
  }
});
