/**
 * The ids of Amazon EC2: the type, and what its ids begin with. Behind the hyphen stand 8 characters, or 17 since 2016
 * ("Resource IDs", read 2026-11-30); the words are from memory, unchecked.
 */
export const EC2_IDS: string = `
capacity-reservation CapacityReservationId cr
client-vpn-endpoint ClientVpnEndpointId cvpn-endpoint
customer-gateway CustomerGatewayId cgw
dedicated-host DedicatedHostId h
dhcp-options DhcpOptionsId dopt
egress-only-internet-gateway EgressOnlyInternetGatewayId eigw
elastic-ip AllocationId eipalloc
host-reservation HostReservationId hr
image ImageId ami,aki,ari
instance InstanceId i
internet-gateway InternetGatewayId igw
launch-template LaunchTemplateId lt
natgateway NatGatewayId nat
network-acl NaclId acl
network-interface NetworkInterfaceId eni
prefix-list PrefixListId pl
route-table RouteTableId rtb
security-group SecurityGroupId sg
security-group-rule SecurityGroupRuleId sgr
snapshot SnapshotId snap
subnet SubnetId subnet
transit-gateway TransitGatewayId tgw
transit-gateway-attachment TransitGatewayAttachmentId tgw-attach
transit-gateway-route-table TransitGatewayRouteTableId tgw-rtb
volume VolumeId vol
vpc VpcId vpc
vpc-endpoint VpcEndpointId vpce
vpc-endpoint-service VpcEndpointServiceId vpce-svc
vpc-flow-log VpcFlowLogId fl
vpc-peering-connection VpcPeeringConnectionId pcx
vpn-connection VpnConnectionId vpn
vpn-gateway VpnGatewayId vgw
`;
