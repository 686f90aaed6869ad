/** A type of resource that a service defines. */
export interface ResourceType {
  /** The prefix of the service that defines it: `ecs`. */
  readonly service: string;
  /** The name in the reference: `task-definition`. */
  readonly name: string;
  /** One ARN format or several, with variables as `${ClusterName}`; `*` in a format is part of it. */
  readonly arnFormats: readonly string[];
  /** Template names of the condition keys that resources of this type have. */
  readonly conditionKeys: readonly string[];
}
