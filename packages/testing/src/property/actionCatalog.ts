/** A resource type, as far as making an ARN of it asks for. */
interface CatalogResourceType {
  readonly arnFormats: readonly string[];
}

/** What a catalog knows of an action. */
interface CatalogAction {
  readonly service: string;
  readonly resourceTypes: readonly { readonly name: string }[];
}

/**
 * Where the names of real actions and resources come from. The module `@policywright/catalog` is one:
 * `import * as catalog from '@policywright/catalog'`.
 */
export interface ActionCatalog {
  /** Lists the actions that a pattern matches, in the spelling of the service. */
  readonly expandActions: (pattern: string) => readonly string[];
  /** Tells which types of resource an action takes. */
  readonly getAction?: ((name: string) => CatalogAction | undefined) | undefined;
  /** Tells the ARN formats of a type of resource, with variables as `${RoleName}`. */
  readonly getResourceType?: ((service: string, name: string) => CatalogResourceType | undefined) | undefined;
}
