/**
 * Which services the ARNs are of that a service principal calls for, by principal: what stands in `aws:SourceArn`.
 * Only services are here that call for their own resources and no others.
 *
 * Source: the policies that the guides of these services show, from memory, unchecked.
 */
export const SOURCE_SERVICES: ReadonlyMap<string, readonly string[]> = new Map([
  ['apigateway.amazonaws.com', ['apigateway', 'execute-api']],
  ['cloudfront.amazonaws.com', ['cloudfront']],
  ['cloudtrail.amazonaws.com', ['cloudtrail']],
  ['cognito-idp.amazonaws.com', ['cognito-idp']],
  ['events.amazonaws.com', ['events']],
  ['iot.amazonaws.com', ['iot']],
  ['logging.s3.amazonaws.com', ['s3']],
  ['s3.amazonaws.com', ['s3', 's3express', 's3-outposts']],
  ['scheduler.amazonaws.com', ['scheduler']],
  ['secretsmanager.amazonaws.com', ['secretsmanager']],
  ['ses.amazonaws.com', ['ses']],
  ['sns.amazonaws.com', ['sns']],
]);
