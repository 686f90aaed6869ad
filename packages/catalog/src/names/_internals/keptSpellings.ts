/**
 * Abbreviations and names that are no words, as people write them. Those that AWS writes in capitals everywhere need
 * not be here.
 */
const SPELLINGS =
  'ACL AMI API APNs ARN AWS AZ BGP BYOIP CIDR CloudFormation CloudFront CloudTrail CloudWatch CORS CPU CRL CSR CSV DB DDoS DHCP DKIM DLP DNS DynamoDB EBS EC2 ECR ECS EFS EKS ENI ETL FIFO FPGA GitHub GPU HSM HTML HTTP HTTPS IAM ID IdP iOS IoT IP IPAM IPv4 IPv6 JSON KMS MAC MCP MFA ML NAT NFS OAuth OAuth2 OIDC OpenID OpenSearch OTel PDF PII QR RDS REST S3 SAML SBOM SCIM SDK SIP SMB SMS SNS SQL SQS SSH SSL SSM SSO STS TLS TTL UI URI URL vCPU VM VPC VPN WAF WhatsApp XML XSS YAML';

let spellings: ReadonlyMap<string, string> | undefined;

/**
 * Those spellings by the same in small letters; made when it is asked for, so that bundles without names in words leave
 * it out.
 */
export function keptSpellings(): ReadonlyMap<string, string> {
  spellings ??= new Map(SPELLINGS.split(' ').map((word) => [word.toLowerCase(), word]));
  return spellings;
}
