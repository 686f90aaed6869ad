/** The checks of IAM Access Analyzer's policy validation, by the kebab-case form of their issue codes. */
export const ANALYZER_IDS: readonly string[] = `
  allow-notaction-with-unsupported-tag-condition-key-for-service allow-with-notprincipal
  allow-with-unsupported-tag-condition-key-for-service arn-account-not-allowed arn-region-not-allowed
  confirm-audience-claim-type create-slr-with-notaction-and-notresource create-slr-with-notresource
  create-slr-with-star-in-action-and-notresource create-slr-with-star-in-action-and-resource
  create-slr-with-star-in-resource create-slr-with-star-in-resource-and-notaction data-type-mismatch
  deny-notaction-with-unsupported-tag-condition-key-for-service
  deny-with-unsupported-tag-condition-key-for-service deprecated-global-condition-key
  duplicate-keys-with-different-case empty-array-action empty-array-condition
  empty-array-condition-forallvalues empty-array-condition-foranyvalue empty-array-condition-ifexists
  empty-array-principal empty-array-resource empty-object-condition empty-object-principal
  empty-sid-value empty-variable federated-principal-not-supported forallvalues-with-single-valued-key
  improve-ip-range invalid-action invalid-arn-account invalid-arn-prefix invalid-arn-region
  invalid-arn-resource invalid-arn-service-case invalid-condition-data-type
  invalid-condition-key-format invalid-condition-multiple-boolean invalid-condition-operator
  invalid-date-value invalid-effect invalid-federated-principal-syntax-in-role-trust-policy
  invalid-global-condition-key invalid-partition invalid-policy-element invalid-principal-format
  invalid-principal-key invalid-region invalid-role-reference invalid-service
  invalid-service-condition-key invalid-service-in-action invalid-service-principal-format
  invalid-user-reference invalid-variable-for-operator invalid-version invalid-vpc-format
  invalid-vpce-format irrelevant-condition-key-in-policy json-syntax-error
  mismatched-action-for-principal missing-action missing-action-for-condition-key
  missing-action-for-roles-anywhere-trust-policy missing-arn-account missing-arn-field missing-arn-region
  missing-brace-in-variable missing-condition-key-for-oidc-principal missing-effect
  missing-github-repo-condition-key missing-paired-condition-keys missing-principal missing-qualifier
  missing-quote-in-variable missing-resource missing-statement missing-tag-key-in-condition
  missing-version null-with-if-exists null-with-qualifier pass-role-with-notaction-and-notresource
  pass-role-with-notresource pass-role-with-star-in-action-and-notresource
  pass-role-with-star-in-action-and-resource pass-role-with-star-in-resource
  pass-role-with-star-in-resource-and-notaction policy-size-exceeds-identity-policy-quota
  policy-size-exceeds-rcp-quota
  policy-size-exceeds-resource-policy-quota policy-size-exceeds-role-trust-policy-quota
  policy-size-exceeds-scp-quota private-ip-address private-ip-address-subset private-notipaddress
  private-notipaddress-subset rcp-syntax-error-action
  rcp-syntax-error-allow rcp-syntax-error-notaction rcp-syntax-error-principal
  recommended-condition-key-for-service-principal redundant-action
  redundant-condition-value-num redundant-principal-in-role-trust-policy redundant-resource
  redundant-statement restrict-access-to-service-principal role-trust-policy-syntax-error-notprincipal
  role-trust-policy-syntax-error-resource role-trust-policy-unsupported-wildcard-in-principal
  scp-syntax-error-action-wildcard scp-syntax-error-allow-condition scp-syntax-error-allow-notaction
  scp-syntax-error-allow-resource scp-syntax-error-notresource scp-syntax-error-principal
  specific-github-repo-and-branch-recommended type-mismatch type-mismatch-boolean type-mismatch-date
  type-mismatch-ip-range type-mismatch-number type-mismatch-string unique-sids-recommended
  unique-sids-required unsupported-action-for-condition-key unsupported-action-in-policy
  unsupported-condition-key-for-service-principal unsupported-element-combination
  unsupported-global-condition-key unsupported-principal unsupported-resource-arn-in-policy
  unsupported-sid unsupported-space-in-variable unsupported-wildcard-in-principal
  variable-unsupported-in-element variable-unsupported-in-version wildcard-in-service-name
  wildcard-without-like-operator
`
  .trim()
  .split(/\s+/);
