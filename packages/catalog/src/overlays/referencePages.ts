// Services whose page of the Service Authorization Reference is not `list_` and the prefix, or that have several pages. A
// page a line: the prefix, the name of the page without `list_` and, unless it is the first of the prefix, the actions
// that only this page has; the first has the others, and those of which nothing is known. From the index of the
// reference, as read on 2026-11-30; which actions a page has, from the operations of the SDK client after which it is called
// (API models of botocore 1.43.107, Apache-2.0; of list_elb held against the page), of the four pages of AWS Marketplace
// without a client from the pages, read on the same day.
const TABLE = `
access-analyzer accessanalyzer
aco-automation compute-optimizer-automation
aidevops devops-agent
airflow mwaa
airflow-serverless mwaa-serverless
aoss opensearchserverless
apigateway apigateway
apigateway apigatewayv2 CreatePortal CreatePortalProduct CreateProductPage CreateProductRestEndpointPage
apigateway apigatewayv2 CreateRoutingRule DeletePortal DeletePortalProduct DeletePortalProductSharingPolicy
apigateway apigatewayv2 DeleteProductPage DeleteProductRestEndpointPage DeleteRoutingRule DisablePortal GetPortal
apigateway apigatewayv2 GetPortalProduct GetPortalProductSharingPolicy GetProductPage GetProductRestEndpointPage
apigateway apigatewayv2 GetRoutingRule ListPortalProducts ListPortals ListProductPages ListProductRestEndpointPages
apigateway apigatewayv2 ListRoutingRules PreviewPortal PublishPortal PutPortalProductSharingPolicy UpdatePortal
apigateway apigatewayv2 UpdatePortalProduct UpdateProductPage UpdateProductRestEndpointPage
app-integrations appintegrations
applicationinsights application-insights
aps amp
aws-marketplace marketplace-agreement
aws-marketplace marketplace-catalog CancelChangeSet DeleteResourcePolicy DescribeAssessment DescribeChangeSet
aws-marketplace marketplace-catalog DescribeEntity GetResourcePolicy ListAssessments ListChangeSets ListEntities
aws-marketplace marketplace-catalog ListTagsForResource PutResourcePolicy StartChangeSet TagResource UntagResource
aws-marketplace marketplace-deployment PutDeploymentParameter
aws-marketplace marketplace-discovery GetListing GetOffer GetOfferSet GetOfferTerms GetProduct ListFulfillmentOptions
aws-marketplace marketplace-discovery ListPurchaseOptions SearchFacets SearchListings
aws-marketplace marketplace-entitlement GetEntitlements
aws-marketplace marketplace-image-build DescribeBuilds ListBuilds StartBuild
aws-marketplace marketplace-procurement-integration DescribeProcurementSystemConfiguration
aws-marketplace marketplace-procurement-integration PutProcurementSystemConfiguration
aws-marketplace marketplace-reporting GetBuyerDashboard
aws-marketplace marketplace-seller-reporting GetSellerDashboard
aws-marketplace meteringmarketplace BatchMeterUsage MeterUsage RegisterUsage ResolveCustomer
aws-marketplace private-marketplace AssociateProductsWithPrivateMarketplace CreatePrivateMarketplaceRequests
aws-marketplace private-marketplace DescribePrivateMarketplaceRequests DisassociateProductsFromPrivateMarketplace
aws-marketplace private-marketplace ListPrivateMarketplaceRequests
backup-search backupsearch
cases connectcases
cassandra keyspaces
cleanrooms-ml cleanroomsml
cloudformation cloudformation
cloudformation cloudcontrol CancelResourceRequest CreateResource DeleteResource GetResource GetResourceRequestStatus
cloudformation cloudcontrol ListResourceRequests ListResources UpdateResource
codeguru-profiler codeguruprofiler
connect-campaigns connect-outbound-campaigns
elasticfilesystem efs
elasticloadbalancing elbv2
elasticloadbalancing elb ApplySecurityGroupsToLoadBalancer AttachLoadBalancerToSubnets ConfigureHealthCheck
elasticloadbalancing elb CreateAppCookieStickinessPolicy CreateLBCookieStickinessPolicy CreateLoadBalancerListeners
elasticloadbalancing elb CreateLoadBalancerPolicy DeleteLoadBalancerListeners DeleteLoadBalancerPolicy
elasticloadbalancing elb DeregisterInstancesFromLoadBalancer DescribeInstanceHealth DescribeLoadBalancerPolicies
elasticloadbalancing elb DescribeLoadBalancerPolicyTypes DetachLoadBalancerFromSubnets
elasticloadbalancing elb DisableAvailabilityZonesForLoadBalancer EnableAvailabilityZonesForLoadBalancer
elasticloadbalancing elb RegisterInstancesWithLoadBalancer SetLoadBalancerListenerSSLCertificate
elasticloadbalancing elb SetLoadBalancerPoliciesForBackendServer SetLoadBalancerPoliciesOfListener
elasticmapreduce emr
elemental-inference elementalinference
events eventbridge
execute-api apigatewaymanagementapi
finspace-api finspace-data
geo location
greengrass greengrass
greengrass greengrassv2 BatchAssociateClientDeviceWithCoreDevice BatchDisassociateClientDeviceFromCoreDevice
greengrass greengrassv2 CancelDeployment CreateComponentVersion DeleteComponent DeleteCoreDevice DeleteDeployment
greengrass greengrassv2 DescribeComponent GetComponent GetComponentVersionArtifact GetCoreDevice GetDeployment
greengrass greengrassv2 ListClientDevicesAssociatedWithCoreDevice ListComponentVersions ListComponents ListCoreDevices
greengrass greengrassv2 ListEffectiveDeployments ListInstalledComponents ResolveComponentCandidates
health-agent connecthealth
iotjobsdata iot-jobs-data
iotmanagedintegrations iot-managed-integrations
ivs interactive-video-service
kinesisanalytics kinesisanalyticsv2
kinesisanalytics kinesisanalytics
kinesisvideo kinesis-video-streams
launchwizard launch-wizard
lex lex-v2
lex lex CreateIntentVersion CreateSlotTypeVersion DeleteBotChannelAssociation DeleteIntentVersion
lex lex DeleteSlotTypeVersion GetBot GetBotAlias GetBotAliases GetBotChannelAssociation GetBotChannelAssociations
lex lex GetBotVersions GetBots GetBuiltinIntent GetBuiltinIntents GetBuiltinSlotTypes GetExport GetImport GetIntent
lex lex GetIntentVersions GetIntents GetMigration GetMigrations GetSlotType GetSlotTypeVersions GetSlotTypes
lex lex GetUtterancesView PostContent PostText PutBot PutBotAlias PutIntent PutSlotType StartMigration
mechanicalturk mturk
mgh migration-hub
migrationhub-orchestrator migrationhuborchestrator
migrationhub-strategy migrationhubstrategy
mobiletargeting pinpoint
neptune-db neptunedata
notifications-contacts notificationscontacts
partnercentral partner-central
pricingplanmanager pricing-plan-manager
profile customer-profiles
refactor-spaces migration-hub-refactor-spaces
resiliencehub resilience-hub
s3-outposts s3outposts
scn supplychain
sdb simpledb
servicecatalog service-catalog
servicequotas service-quotas
ses sesv2
ses ses CloneReceiptRuleSet CreateConfigurationSetTrackingOptions CreateReceiptFilter CreateReceiptRule
ses ses CreateReceiptRuleSet CreateTemplate DeleteConfigurationSetTrackingOptions DeleteIdentity DeleteIdentityPolicy
ses ses DeleteReceiptFilter DeleteReceiptRule DeleteReceiptRuleSet DeleteTemplate DeleteVerifiedEmailAddress
ses ses DescribeActiveReceiptRuleSet DescribeConfigurationSet DescribeReceiptRule DescribeReceiptRuleSet
ses ses GetAccountSendingEnabled GetIdentityDkimAttributes GetIdentityMailFromDomainAttributes
ses ses GetIdentityNotificationAttributes GetIdentityPolicies GetIdentityVerificationAttributes GetSendQuota
ses ses GetSendStatistics GetTemplate ListIdentities ListIdentityPolicies ListReceiptFilters ListReceiptRuleSets
ses ses ListTemplates ListVerifiedEmailAddresses PutIdentityPolicy ReorderReceiptRuleSet SendBounce
ses ses SendBulkTemplatedEmail SendRawEmail SendTemplatedEmail SetActiveReceiptRuleSet SetIdentityDkimEnabled
ses ses SetIdentityFeedbackForwardingEnabled SetIdentityHeadersInNotificationsEnabled SetIdentityMailFromDomain
ses ses SetIdentityNotificationTopic SetReceiptRulePosition TestRenderTemplate UpdateAccountSendingEnabled
ses ses UpdateConfigurationSetReputationMetricsEnabled UpdateConfigurationSetSendingEnabled
ses ses UpdateConfigurationSetTrackingOptions UpdateReceiptRule UpdateTemplate VerifyDomainDkim VerifyDomainIdentity
ses ses VerifyEmailAddress VerifyEmailIdentity
ses mailmanager CreateAddonInstance CreateAddonSubscription CreateAddressList CreateAddressListImportJob CreateArchive
ses mailmanager CreateIngressPoint CreateRelay CreateRuleSet CreateTrafficPolicy DeleteAddonInstance
ses mailmanager DeleteAddonSubscription DeleteAddressList DeleteArchive DeleteIngressPoint DeleteRelay DeleteRuleSet
ses mailmanager DeleteTrafficPolicy DeregisterMemberFromAddressList GetAddonInstance GetAddonSubscription
ses mailmanager GetAddressList GetAddressListImportJob GetArchive GetArchiveExport GetArchiveMessage
ses mailmanager GetArchiveMessageContent GetArchiveSearch GetArchiveSearchResults GetIngressPoint
ses mailmanager GetMemberOfAddressList GetRelay GetRuleSet GetTrafficPolicy ListAddonInstances ListAddonSubscriptions
ses mailmanager ListAddressListImportJobs ListAddressLists ListArchiveExports ListArchiveSearches ListArchives
ses mailmanager ListIngressPoints ListMembersOfAddressList ListRelays ListRuleSets ListTrafficPolicies
ses mailmanager RegisterMemberToAddressList StartAddressListImportJob StartArchiveExport StartArchiveSearch
ses mailmanager StopAddressListImportJob StopArchiveExport StopArchiveSearch UpdateArchive UpdateIngressPoint
ses mailmanager UpdateRelay UpdateRuleSet UpdateTrafficPolicy
ses pinpoint-email
sms-voice pinpoint-sms-voice-v2
sms-voice pinpoint-sms-voice CreateConfigurationSetEventDestination DeleteConfigurationSetEventDestination
sms-voice pinpoint-sms-voice GetConfigurationSetEventDestinations ListConfigurationSets
sms-voice pinpoint-sms-voice UpdateConfigurationSetEventDestination
social-messaging socialmessaging
sso iam-identity-center
sso-oauth sso-oidc
states stepfunctions
supportapp support-app
tag resourcegroupstaggingapi
tax taxsettings
thinclient workspaces-thin-client
voiceid voice-id
wisdom q-in-connect
`;

/**
 * The pages of the reference that are about a service.
 *
 * @param prefix - the prefix of a service, in lower case.
 * @returns one name or several without `list_`, first the one that has most of the actions.
 */
export function referencePageNames(prefix: string): readonly string[] {
  const pages = new Set(linesOf(prefix).map((line) => line.split(' ', 1)[0] ?? ''));
  return pages.size === 0 ? [prefix] : [...pages];
}

/**
 * The page of the reference that lists an action.
 *
 * @param prefix - the prefix of a service, in lower case.
 * @param action - the name in AWS's spelling, without prefix.
 */
export function referencePageOf(prefix: string, action: string): string {
  const line = linesOf(prefix).find((candidate) => candidate.split(' ').slice(1).includes(action));
  return line?.split(' ', 1)[0] ?? referencePageNames(prefix)[0] ?? prefix;
}

/** The actions of a service of which the table says on which page they are. */
export function referenceActions(prefix: string): readonly string[] {
  return linesOf(prefix).flatMap((line) => line.split(' ').slice(1));
}

/** The lines of a service, without its prefix. */
function linesOf(prefix: string): readonly string[] {
  const start = TABLE.indexOf(`\n${prefix} `);
  if (start < 0) return [];
  return TABLE.slice(start + 1)
    .split('\n')
    .filter((line) => line.startsWith(`${prefix} `))
    .map((line) => line.slice(prefix.length + 1));
}
