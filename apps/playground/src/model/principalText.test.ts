import { expect, test } from 'vitest';
import { printPrincipal, readPrincipal } from './principalText.ts';

test('keeps every principal that a scenario may have', () => {
  const principals = [
    'arn:aws:iam::111122223333:user/alice',
    'anonymous',
    { service: 'ecs-tasks.amazonaws.com' },
    { service: 'ops.apigateway.aws.internal' },
    { federated: 'arn:aws:iam::111122223333:saml-provider/corp' },
    { federated: 'cognito-identity.amazonaws.com' },
    { canonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
  ];
  expect(principals.map((principal) => readPrincipal(printPrincipal(principal)))).toEqual(principals);
});

test('takes the name of a service for the service, and that of the built-in provider for neither', () => {
  expect(readPrincipal('ecs-tasks.amazonaws.com')).toEqual({ service: 'ecs-tasks.amazonaws.com' });
  expect(readPrincipal('cognito-identity.amazonaws.com')).toBe('cognito-identity.amazonaws.com');
});
