import { allServices, serviceOf } from '../_internals/registry.ts';
import { operationTable } from './_internals/operationTable.ts';
import { serviceLinkedRoles } from '../overlays/serviceLinkedRoles.ts';

// Names before `.amazonaws.com` that are neither the prefix of a service nor in another overlay.
// Seen as principals in AWS's guides and managed policies, in policies that others publish and, as names of
// `kms:ViaService`, in "Condition keys for AWS KMS", on 2026-11-29; `aws-mcp` in "AWS global condition context keys". AWS publishes no list of all.
const OTHERS = `
  access-grants.s3 agent.wellarchitected agentless.inspector2 airflow-env apiv2migration.waf
  apiv2migration.waf-regional ards assets.marketplace aws-artifact-account-sync aws-mcp backups.rds billingreports
  chimevoiceconnector clientvpn clientvpn-connections cloudformation.sync.codeconnections cloudwatch-crossaccount
  codecatalyst-runner cognito-identity-us-gov config-multiaccountsetup contract.iq contributorinsights.dynamodb
  costalerts crowd custom-packages datazonecontrol deepracer directoryservice directoryservice.rds
  directquery.opensearchservice dmsintegration.migrationhub drt.shield ec2-images ec2.capacitymanager ec2scheduled
  ecs-compute edgelambda elasticache-snapshot events.rds export.rds hooks.cloudformation iotroborunner
  iotthingsgraph ipam job.sagemaker kinesisreplication.dynamodb logdelivery.elasticloadbalancing logdelivery.elb
  logging.s3 malware-protection malware-protection-plan.guardduty malware-protection.guardduty
  metrics.wellarchitected migrationhub networking.apprunner osis-pipelines permission.iq pinpoint
  replication.s3tables resale-authorization.marketplace resource-snapshot-job.partnercentral-selling
  resources.cloudformation restore-testing.backup s2svpn sagemaker-ground-truth-plus scheduler.redshift
  schema-conversion.dms securityhubv2 smsintegration.migrationhub ssm.integrations streams.metrics.cloudwatch
  telemetry-pipelines.observabilityadmin thirdparty.inspector2 transcribe.streaming vmie`;

let names: ReadonlySet<string> | undefined;

/** The names of known service principals, before `.amazonaws.com`; those that are prefixes of services are not all here. */
export function servicePrincipals(): ReadonlySet<string> {
  return (names ??= new Set(
    [
      ...serviceLinkedRoles().map(({ servicePrincipal }) => servicePrincipal),
      ...allServices().flatMap(({ prefix }) => passedToBy(prefix)),
    ]
      .map((principal) => principal.slice(0, -DOMAIN.length))
      .concat(OTHERS.trim().split(/\s+/)),
  ));
}

/** The services to which the operations of a service pass roles. */
function passedToBy(prefix: string): readonly string[] {
  return operationTable(prefix).rows.flatMap(({ actions }) =>
    actions.flatMap(({ passedTo, members }) => [
      ...passedTo,
      ...members.flatMap((member) => member.passedTo ?? []),
    ]),
  );
}

const DOMAIN = '.amazonaws.com';

/**
 * Whether a service principal is known, or has the prefix of a service for a name. AWS publishes no list of all: one
 * that is not known may exist.
 *
 * @param name - what stands before `.amazonaws.com` or another domain, without a Region: `ecs-tasks`.
 */
export function isServicePrincipal(name: string): boolean {
  return serviceOf(name) !== undefined || servicePrincipals().has(name);
}
