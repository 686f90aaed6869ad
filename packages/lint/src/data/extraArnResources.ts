/** Resource parts of ARNs that AWS documents and that its reference does not list, by service. */
export const EXTRA_ARN_RESOURCES: Readonly<Record<string, readonly string[]>> = {
  apigateway: ['/tags', '/tags/*', '/v2/*'],
  aps: ['/workspaces'],
  autoscaling: ['scalingPolicy:*'],
  'bedrock-agentcore': ['credential-provider/*'],
  cloudformation: ['transform/*'],
  grafana: ['/workspaces'],
  pricingplanmanager: ['subscription:*'],
  securityagent: ['agent-instance*'],
  waf: ['changetoken/*'],
  'waf-regional': ['changetoken/*'],
};
