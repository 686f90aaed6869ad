let known: ReadonlySet<string> | undefined;

/**
 * Actions each of whose requests is checked against a resource of every type that the reference marks as required (rule
 * S60). For many others the mark says that a request names one of them: which, the reference does not tell. Read
 * 2026-11-29: the service authorization reference; and, of AWS Glue, `glue-specifying-resource-arns`.
 */
export function jointActions(): ReadonlySet<string> {
  return (known ??= new Set(
    `
  dynamodb:RestoreTableFromBackup
  ec2:AcceptVpcPeeringConnection ec2:AssociateDhcpOptions ec2:AssociateTransitGatewayRouteTable
  ec2:AttachInternetGateway ec2:AttachVolume ec2:AttachVpnGateway ec2:CreateNetworkAcl ec2:CreateRouteTable
  ec2:CreateSnapshot ec2:CreateSubnet ec2:CreateTransitGatewayVpcAttachment ec2:CreateVpcPeeringConnection
  ec2:DetachInternetGateway ec2:DetachVpnGateway ec2:EnableVgwRoutePropagation ec2:ReplaceNetworkAclAssociation
  ec2:RunInstances
  ecs:ExecuteCommand
  glue:BatchCreatePartition glue:BatchDeletePartition glue:BatchDeleteTable glue:BatchGetPartition
  glue:BatchUpdatePartition glue:CreateDatabase glue:CreatePartition glue:CreateTable glue:DeletePartition
  glue:DeleteTable glue:GetConnection glue:GetDatabase glue:GetPartition glue:GetPartitions glue:GetTable
  glue:GetTableVersion glue:GetTableVersions glue:GetTables glue:UpdateDatabase glue:UpdatePartition glue:UpdateTable
  rds:CreateDBClusterSnapshot rds:CreateDBSnapshot
  sagemaker:CreateEndpoint sagemaker:UpdateEndpoint
`
      .trim()
      .split(/\s+/),
  ));
}
