import { expect, test } from 'vitest';
import { lintText } from '../../index.ts';

const ARN = 'arn:aws:iam::111122223333:oidc-provider';
const GITHUB = 'token.actions.githubusercontent.com';
const ABOUT_ALL = /^missing-(?:condition-key-for-oidc-principal|github-repo-condition-key)$/;

function foundAboutAll(Federated: string | readonly string[], claims: readonly string[]): readonly string[] {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: Object.fromEntries(claims.map((claim) => [claim, 'a'])) },
      },
    ],
  });
  const { findings } = lintText(text, { type: 'trust' });
  return findings.filter(({ code }) => ABOUT_ALL.test(code)).map(({ code, path }) => `${code} ${path}`);
}

test('S76: nothing says that all users of a provider get in, where a claim of another keeps all of them out', () => {
  expect(foundAboutAll(`${ARN}/a.example.com`, [])).toEqual([
    'missing-condition-key-for-oidc-principal /Statement/0/Principal/Federated',
  ]);
  expect(foundAboutAll(`${ARN}/a.example.com`, ['b.example.com:sub'])).toEqual([]);
  expect(foundAboutAll(`${ARN}/${GITHUB}`, [`${GITHUB}:aud`])).toEqual([
    'missing-github-repo-condition-key /Statement/0/Principal/Federated',
  ]);
  expect(foundAboutAll(`${ARN}/${GITHUB}`, [`${GITHUB}:aud`, 'gitlab.com:sub'])).toEqual([]);
  expect(foundAboutAll([`${ARN}/a.example.com`, `${ARN}/b.example.com`], ['a.example.com:aud'])).toEqual([]);
});
