import type { Action, ActionName } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { encodeOperations } from './encodeOperations.ts';
import { markOperations } from './markOperations.ts';
import { readPages, type ActionNeed, type OperationFacts } from './operationFacts.ts';
import type { SourceService } from './sourceCatalog.ts';

function action(name: string, more: Partial<Action> = {}): Action {
  return {
    service: 'web',
    name,
    fullName: `web:${name}`,
    accessLevels: ['Write'],
    resourceTypes: [],
    conditionKeys: [],
    dependentActions: [],
    permissionOnly: false,
    wildcardOnly: true,
    scenarios: [],
    ...more,
  };
}

function service(prefix: string, ...actions: readonly Action[]): SourceService {
  return {
    prefix,
    name: prefix,
    resourceControlPolicies: false,
    actions,
    resourceTypes: [],
    conditionKeys: [],
  };
}

const SERVICES = [
  service('iam', { ...action('PassRole'), service: 'iam', fullName: 'iam:PassRole' }),
  service(
    'web',
    action('Run'),
    action('Get'),
    action('Put'),
    action('Tag', { accessLevels: ['Tagging'] }),
    action('Old', { dependentActions: ['iam:PassRole'] }),
  ),
];

const NONE: OperationFacts = {
  pages: [],
  roles: new Map(),
  needs: new Map(),
  tagMembers: new Map(),
  requests: [],
  memberNames: [],
  permissionOnly: new Set(),
  withOperation: new Set(),
};

/** What is written of the lines of a page, without the line that names it. */
function written(lines: readonly string[], more: Partial<OperationFacts> = {}): readonly string[] {
  const facts = { ...NONE, pages: readPages(['page list_web web 2026-11-29', ...lines]), ...more };
  const text = encodeOperations(markOperations(facts, SERVICES));
  const start = text.indexOf('#web 2026-11-29\n') + '#web 2026-11-29\n'.length;
  return text.slice(start, text.indexOf('#\n', start)).trimEnd().split('\n');
}

describe('the need of an action', () => {
  test('besides that of the name is perhaps where nothing is known', () => {
    expect(written(['Run > Get Run'])).toEqual(['Run+Get']);
  });

  test('in place of that of the name is always where it is the only one', () => {
    expect(written(['Look > Get'])).toEqual(['Look>Get!']);
    expect(written(['Look > Get Tag iam:PassRole'])).toEqual(['Look>Get!+iam:PassRole+Tag']);
    expect(written(['Look > Get Put'])).toEqual(['Look>Get+Put']);
  });

  test('is that of the facts, which come before all else', () => {
    const needs = new Map([
      [
        'web:Look',
        new Map<ActionName, ActionNeed>([
          ['web:Get', { when: 'always', members: [] }],
          ['web:Tag', { when: 'with', members: ['Labels', 'Marks'] }],
        ]),
      ],
    ]);
    expect(written(['Look > Get Put Tag'], { needs })).toEqual(['Look>Get!+Tag?Labels|Marks+Put']);
  });

  test('can be that of calls without a member, also of the action of the name', () => {
    const needs = new Map([
      [
        'web:Run',
        new Map<ActionName, ActionNeed>([
          ['web:Run', { when: 'without', members: ['Version'] }],
          ['web:Get', { when: 'with', members: ['Version'] }],
          ['web:Put', { when: 'always', members: [] }],
        ]),
      ],
    ]);
    // What the table does not have is added.
    expect(written(['Run > Run Get'], { needs })).toEqual(['Run>Put!+Get?Version+Run^Version']);
  });

  test('is that of the client where facts tell clients apart', () => {
    const needs = new Map([
      ['v2:Look', new Map<ActionName, ActionNeed>([['web:Put', { when: 'always', members: [] }]])],
    ]);
    const roles = new Map([
      ['web:Run', [{ name: 'Role', required: true, passedTo: undefined }]],
      ['v2:Run', []],
    ]);
    const lines = ['Look > Get', 'v2:Look > Get', 'Run > Run iam:PassRole', 'v2:Run > Run iam:PassRole'];
    expect(written(lines, { needs, roles })).toEqual([
      'Look>Get!',
      'v2:Look>Put!+Get',
      'Run+iam:PassRole!Role!',
      'v2:Run+iam:PassRole',
    ]);
  });

  test('of tagging is brought by the member of its service or of the operation, unless the operation tags', () => {
    const tagMembers = new Map([
      ['web', 'Tags'],
      ['web:Look', '-'],
    ]);
    expect(written(['Run > Run Tag'], { tagMembers })).toEqual(['Run+Tag?Tags']);
    expect(written(['Look > Get Tag'], { tagMembers })).toEqual(['Look>Get!+Tag']);
    expect(written(['TagMany > Tag'], { tagMembers })).toEqual(['TagMany>Tag!']);
  });

  test('of passing a role is always with a member that every call has', () => {
    const role = (required: boolean): Partial<OperationFacts> => ({
      roles: new Map([['web:Run', [{ name: 'Role', required, passedTo: undefined }]]]),
    });
    expect(written(['Run > Run iam:PassRole=tasks|other'])).toEqual(['Run+iam:PassRole=tasks|other']);
    expect(written(['Run > Run iam:PassRole=tasks'], role(true))).toEqual(['Run+iam:PassRole!Role!=tasks']);
    expect(written(['Run > Run iam:PassRole=tasks'], role(false))).toEqual(['Run+iam:PassRole?Role=tasks']);
  });

  test('of an action of its own name that the table leaves out is perhaps', () => {
    expect(written(['Run > Get'])).toEqual(['Run>Get!+Run']);
  });
});

test('a role of which no table speaks is perhaps passed, by the reference or a member of the request', () => {
  const roles = new Map([['web:Put', [{ name: 'Role', required: true, passedTo: 'tasks' }]]]);
  const text = encodeOperations(markOperations({ ...NONE, roles }, SERVICES));
  expect(text).toBe('\n@web\n#\nOld+iam:PassRole\nPut+iam:PassRole~Role!@tasks\n');
});

test('a service for a role stands beside those of the table', () => {
  const roles = new Map([['web:Run', [{ name: 'Role', required: true, passedTo: 'lambda' }]]]);
  expect(written(['Run > Run iam:PassRole=tasks'], { roles })).toEqual([
    'Run+iam:PassRole!Role!@lambda=tasks',
  ]);
});

test('operations of a second client, and those with equal actions, share a line', () => {
  expect(written(['Run > Run Get', 'v2:Put > Put Get'])).toEqual(['Run v2:Put+Get']);
});

test('services and actions that the catalog does not have are left out', () => {
  expect(written(['Run > Run Gone:Action Get'])).toEqual(['Run+Get']);
  const facts = { ...NONE, pages: readPages(['page list_gone gone 2026-11-29', 'Run > Run Get']) };
  expect(encodeOperations(markOperations(facts, SERVICES))).toBe('\n@web\n#\nOld+iam:PassRole\n');
});
