import { expect, test } from 'vitest';
import { lintText } from '../../index.ts';

test.each([
  'aws:PrincipalAccount',
  'aws:PrincipalOrgID',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:VpceAccount',
  'aws:VpceOrgID',
])('S33: a wildcard on %s is reported in an endpoint policy, once', (key) => {
  const Condition = { StringLike: { [key]: 'a*' } };
  const Statement = [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*', Condition }];
  const { findings } = lintText(JSON.stringify({ Version: '2012-10-17', Statement }), {
    type: 'vpcEndpoint',
  });
  expect(findings.filter(({ code }) => code.startsWith('endpoint-'))).toMatchObject([
    {
      code: 'endpoint-identifier-pattern',
      path: `/Statement/0/Condition/StringLike/${key}`,
      message: `found \`a*\` for \`${key}\`, on which endpoint policies take no wildcard`,
    },
  ]);
});
