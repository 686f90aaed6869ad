/** What `--derive` does, for the help of the commands that take it. */
export const DERIVE_NOTE: string =
  'With `--derive`, the context gets the keys that follow from the request: those of the principal (aws:PrincipalArn, aws:PrincipalAccount, aws:username, ...) and of the resource (aws:ResourceAccount, aws:RequestedRegion), aws:TagKeys, aws:ViaAWSService, and aws:SecureTransport as true. Keys that the scenario gives stay as they are; keys of time are not derived.';
