import { expect, test } from 'vitest';
import { lintText } from '../fullLinter.ts';

/** Whether an ARN is said to be none of the service. */
function isInvalid(Resource: string): boolean {
  const Statement = [{ Effect: 'Allow', Action: '*', Resource }];
  const { findings } = lintText(JSON.stringify({ Version: '2012-10-17', Statement }), {
    rules: { 'invalid-arn-resource': 'error' },
  });
  return findings.some(({ code }) => code === 'invalid-arn-resource');
}

test.each([
  ['apigateway', '/tags'],
  ['apigateway', '/tags/arn%3Aaws'],
  ['apigateway', '/v2/apis'],
  ['aps', '/workspaces'],
  ['autoscaling', 'scalingPolicy:1:autoScalingGroupName/a'],
  ['bedrock-agentcore', 'credential-provider/p'],
  ['cloudformation', 'transform/Serverless-2016-10-31'],
  ['grafana', '/workspaces'],
  ['pricingplanmanager', 'subscription:s'],
  ['securityagent', 'agent-instance/i'],
  ['waf', 'changetoken/t'],
  ['waf-regional', 'changetoken/t'],
])('an ARN of %s that AWS documents is one: %s', (service, resource) => {
  const arn = `arn:aws:${service}:eu-west-1:111122223333:`;
  expect(isInvalid(`${arn}${resource}`)).toBe(false);
  expect(isInvalid(`${arn}no-such-thing:of/it`)).toBe(true);
});
