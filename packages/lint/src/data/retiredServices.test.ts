import { getService } from '@policywright/catalog';
import { expect, test } from 'vitest';
import { lintText } from '../index.ts';

test.each(['macie', 'gamesparks', 'sumerian', 'iotthingsgraph', 'application-cost-profiler', 'deeplens'])(
  'actions of %s, which is no more, are told of and no errors',
  (prefix) => {
    expect(getService(prefix)).toBeUndefined();
    const Statement = [{ Effect: 'Deny', Action: `${prefix}:Get*`, Resource: '*' }];
    const { findings } = lintText(JSON.stringify({ Version: '2012-10-17', Statement }), { type: 'identity' });
    expect(findings).toMatchObject([
      {
        code: 'retired-service',
        severity: 'info',
        path: '/Statement/0/Action',
        message: `found \`${prefix}:Get*\`, of a service that is no more`,
        help: 'remove it',
      },
    ]);
  },
);
