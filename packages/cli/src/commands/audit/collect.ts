import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';

/** `policywright audit collect --print`: prints the commands that make a snapshot. */
export const collectCommand: Command = defineCommand({
  summary: 'print the commands of the AWS command line that make a snapshot',
  operands: { label: '', least: 0, most: 0 },
  options: { print: { description: 'print them; nothing here calls AWS' } },
  notes: [
    'The script reads only. Run it with `sh` in an empty folder: once with credentials of the management account (or a delegated administrator of Organizations) for the organization, then in each account. What an account does not let you read is skipped and said.',
    'Exit code: 0 printed; 2 without `--print`.',
  ],
  examples: ['audit collect --print > collect.sh'],
  run: async ({ options, io }) => {
    if (!options.print)
      throw new CommandError('nothing here calls AWS', {
        help: '`policywright audit collect --print` prints the commands; run them yourself',
      });
    io.stdout.write(COLLECT);
    return EXIT_CODE.yes;
  },
});

const COLLECT = `#!/bin/sh
# Makes a snapshot for \`policywright audit\` in the current folder, with the AWS command line. It only reads.
# Run it in each account; with credentials of the management account, it saves the organization, too.
set -u
mkdir -p accounts resources

account=$(aws sts get-caller-identity --query Account --output text) || exit 1
aws iam get-account-authorization-details --output json > "accounts/$account.json" || exit 1

# Permissions boundaries that no principal has as a policy are not in that answer.
# Until they are there, principals that have them are unknown: add their documents to \`Policies\` by
#   aws iam get-policy-version --policy-arn ARN --version-id VERSION

# Policies and tags of resources: one file a resource, as a list of one.
save() { # name, ARN, JSON with the policy, JSON with the tags
  printf '[{"arn":"%s","account":"%s"%s%s}]\\n' "$2" "$account" "$3" "$4" > "resources/$account-$1.json"
}
for bucket in $(aws s3api list-buckets --query 'Buckets[].Name' --output text); do
  policy=$(aws s3api get-bucket-policy --bucket "$bucket" --query Policy --output json 2> /dev/null) && policy=",\\"policy\\":$policy" || policy=
  tags=$(aws s3api get-bucket-tagging --bucket "$bucket" --query TagSet --output json 2> /dev/null) || tags='[]'
  save "s3-$bucket" "arn:aws:s3:::$bucket" "$policy" ",\\"tags\\":$tags"
done
for key in $(aws kms list-keys --query 'Keys[].KeyId' --output text); do
  arn=$(aws kms describe-key --key-id "$key" --query KeyMetadata.Arn --output text) || continue
  policy=$(aws kms get-key-policy --key-id "$key" --policy-name default --query Policy --output json) && policy=",\\"policy\\":$policy" || policy=
  tags=$(aws kms list-resource-tags --key-id "$key" --query Tags --output json 2> /dev/null) && tags=",\\"tags\\":$tags" || tags=
  save "kms-$key" "$arn" "$policy" "$tags"
done
for url in $(aws sqs list-queues --query 'QueueUrls || \`[]\`' --output text); do
  arn=$(aws sqs get-queue-attributes --queue-url "$url" --attribute-names QueueArn --query Attributes.QueueArn --output text) || continue
  policy=$(aws sqs get-queue-attributes --queue-url "$url" --attribute-names Policy --query Attributes.Policy --output json)
  [ "$policy" = null ] && policy= || policy=",\\"policy\\":$policy"
  tags=$(aws sqs list-queue-tags --queue-url "$url" --query 'Tags || \`{}\`' --output json) && tags=",\\"tags\\":$tags" || tags=
  save "sqs-\${url##*/}" "$arn" "$policy" "$tags"
done
for arn in $(aws sns list-topics --query 'Topics[].TopicArn' --output text); do
  policy=$(aws sns get-topic-attributes --topic-arn "$arn" --query Attributes.Policy --output json) && policy=",\\"policy\\":$policy" || policy=
  tags=$(aws sns list-tags-for-resource --resource-arn "$arn" --query Tags --output json) && tags=",\\"tags\\":$tags" || tags=
  save "sns-\${arn##*:}" "$arn" "$policy" "$tags"
done
for arn in $(aws secretsmanager list-secrets --query 'SecretList[].ARN' --output text); do
  policy=$(aws secretsmanager get-resource-policy --secret-id "$arn" --query ResourcePolicy --output json) || policy=null
  [ "$policy" = null ] && policy= || policy=",\\"policy\\":$policy"
  tags=$(aws secretsmanager describe-secret --secret-id "$arn" --query 'Tags || \`[]\`' --output json) && tags=",\\"tags\\":$tags" || tags=
  save "secret-$(printf %s "\${arn##*:}" | tr / _)" "$arn" "$policy" "$tags"
done
for name in $(aws lambda list-functions --query 'Functions[].FunctionName' --output text); do
  arn=$(aws lambda get-function-configuration --function-name "$name" --query FunctionArn --output text) || continue
  policy=$(aws lambda get-policy --function-name "$name" --query Policy --output json 2> /dev/null) && policy=",\\"policy\\":$policy" || policy=
  tags=$(aws lambda list-tags --resource "$arn" --query 'Tags || \`{}\`' --output json) && tags=",\\"tags\\":$tags" || tags=
  save "lambda-$name" "$arn" "$policy" "$tags"
done

# The organization, from its management account.
aws organizations list-roots --output json > roots.tmp 2> /dev/null || { rm -f roots.tmp; exit 0; }
mkdir -p organization/units organization/accounts organization/scps organization/rcps organization/policies organization/tags
mv roots.tmp organization/roots.json
aws organizations describe-organization --output json > organization/organization.json
aws organizations list-delegated-administrators --service-principal iam.amazonaws.com --output json > organization/administrators.json
policies() { # target
  aws organizations list-policies-for-target --target-id "$1" --filter SERVICE_CONTROL_POLICY --output json > "organization/scps/$1.json" || rm "organization/scps/$1.json"
  aws organizations list-policies-for-target --target-id "$1" --filter RESOURCE_CONTROL_POLICY --output json > "organization/rcps/$1.json" || rm "organization/rcps/$1.json"
  aws organizations list-tags-for-resource --resource-id "$1" --output json > "organization/tags/$1.json" || rm "organization/tags/$1.json"
}
visit() { # root or unit
  policies "$1"
  aws organizations list-accounts-for-parent --parent-id "$1" --output json > "organization/accounts/$1.json"
  for id in $(aws organizations list-accounts-for-parent --parent-id "$1" --query 'Accounts[].Id' --output text); do policies "$id"; done
  aws organizations list-organizational-units-for-parent --parent-id "$1" --output json > "organization/units/$1.json"
  for id in $(aws organizations list-organizational-units-for-parent --parent-id "$1" --query 'OrganizationalUnits[].Id' --output text); do visit "$id"; done
}
visit "$(aws organizations list-roots --query 'Roots[0].Id' --output text)"
for type in SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY; do
  for id in $(aws organizations list-policies --filter "$type" --query 'Policies[].Id' --output text); do
    aws organizations describe-policy --policy-id "$id" --output json > "organization/policies/$id.json"
  done
done

# IAM Identity Center, from the account that administers it, in its Region: permission sets, and who is assigned them.
instance=$(aws sso-admin list-instances --query 'Instances[0].InstanceArn' --output text 2> /dev/null) || exit 0
[ "$instance" = None ] && exit 0
store=$(aws sso-admin list-instances --query 'Instances[0].IdentityStoreId' --output text)
mkdir -p identity-center/permission-sets identity-center/inline identity-center/managed identity-center/assignments identity-center/members
for arn in $(aws sso-admin list-permission-sets --instance-arn "$instance" --query 'PermissionSets[]' --output text); do
  set=$(printf %s "$arn" | sed 's|.*/||')
  aws sso-admin describe-permission-set --instance-arn "$instance" --permission-set-arn "$arn" --output json > "identity-center/permission-sets/$set.json"
  aws sso-admin get-inline-policy-for-permission-set --instance-arn "$instance" --permission-set-arn "$arn" --output json > "identity-center/inline/$set.json"
  aws sso-admin list-managed-policies-in-permission-set --instance-arn "$instance" --permission-set-arn "$arn" --output json > "identity-center/managed/$set.json"
  for id in $(aws sso-admin list-accounts-for-provisioned-permission-set --instance-arn "$instance" --permission-set-arn "$arn" --query 'AccountIds[]' --output text); do
    aws sso-admin list-account-assignments --instance-arn "$instance" --permission-set-arn "$arn" --account-id "$id" --output json > "identity-center/assignments/$id-$set.json"
  done
done
aws identitystore list-users --identity-store-id "$store" --output json > identity-center/users.json
aws identitystore list-groups --identity-store-id "$store" --output json > identity-center/groups.json
for group in $(aws identitystore list-groups --identity-store-id "$store" --query 'Groups[].GroupId' --output text); do
  aws identitystore list-group-memberships --identity-store-id "$store" --group-id "$group" --output json > "identity-center/members/$group.json"
done
`;
