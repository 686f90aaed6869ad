import { PAGES } from './pages.ts';

// Sections of the page "AWS global condition context keys" that are not called by the key's name in lower case, without
// its prefix: the key in lower case, then what follows `condition-keys-`. As read on 2026-11-30.
const OTHERWISE = `
aws:calledviaawsmcp calledviaawasmcp
aws:ec2instancesourceprivateipv4 ec2instancesourceprivateip4
codebuild:buildarn codebuild-build-arn
codebuild:projectarn codebuild-project-arn
ec2:roledelivery ec2-role-delivery
ec2:sourceinstancearn ec2-source-instance-arn
glue:credentialissuingservice glue-credential-issuing
glue:roleassumedby glue-role-assumed-by
identitystore:userid identity-store-user-id
lambda:sourcefunctionarn lambda-source-function-arn
ssm:sourceinstancearn ssm-source-instance-arn
`;

/**
 * The address of what AWS says of a global condition key.
 *
 * @param name - the template name of the key: `aws:PrincipalTag/${TagKey}`.
 */
export function globalKeyUrl(name: string): string {
  const lowerCase = name.toLowerCase();
  const otherwise = OTHERWISE.split('\n').find((line) => line.startsWith(`${lowerCase} `));
  const [own = ''] = lowerCase.slice(lowerCase.indexOf(':') + 1).split('/');
  const section = otherwise?.slice(lowerCase.length + 1) ?? own;
  return `https://docs.aws.amazon.com/${PAGES.globalKeys.path}#condition-keys-${section}`;
}
