/** A page of AWS's Service Authorization Reference, "Actions, resources, and condition keys for SERVICE". */
export interface ReferencePage {
  /** The name of its file: `list_ecs`. */
  readonly name: string;
  readonly url: string;
  /** The addresses of its sections; a page lacks those for which it has nothing, and opens at its top. */
  readonly sections: Readonly<Record<ReferenceSection, string>>;
}

/** The sections of a page of the reference. */
export type ReferenceSection =
  | 'operations'
  | 'actions'
  | 'permissionOnlyActions'
  | 'resourceTypes'
  | 'conditionKeys';

/** What the reference can be asked for; hits of `search` and changes of `diffCatalogs` are such. */
export interface ReferenceSubject {
  readonly kind: 'service' | 'action' | 'operation' | 'resourceType' | 'conditionKey';
  /** `ecs`, `ecs:RunTask` (action or operation), `ecs:task-definition` (prefix and type) or `ecs:cluster` (the key). */
  readonly name: string;
  /**
   * Of a condition key, the prefix of the service on whose page to look, `aws` for the page of the global keys; the
   * service that defines the key if not given. The others have it in their name.
   */
  readonly service?: string;
}
