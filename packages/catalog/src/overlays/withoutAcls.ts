import { cite } from './citation.ts';
import type { Citation } from './citation.ts';
import { PAGES } from './pages.ts';

// Services without access control lists, whose own page was not at hand: from memory, unchecked.
const NONE = `access-analyzer acm acm-pca apigateway apprunner athena backup cloudformation codeartifact codebuild
  codecommit codedeploy codepipeline cognito-identity connect dax detective ec2 ecr eks elasticbeanstalk
  elasticfilesystem elasticmapreduce es events execute-api firehose iam inspector2 kafka kinesis kms lakeformation
  lambda logs macie2 mq ram redshift route53 route53resolver sagemaker scheduler secretsmanager securityhub ssm sso
  sts transfer xray`;

let words: ReadonlySet<string> | undefined;

/** The source of the fact that a service has no access control lists, or `undefined` where that is not known. */
export function withoutAcls(prefix: string): Citation | undefined {
  words ??= new Set(NONE.split(/\s+/));
  return words.has(prefix) ? cite(PAGES.services) : undefined;
}
