/** What to generate, and where: the entry `generate` of a configuration file. */
export interface GenerateConfig {
  /** Prefixes of the services to emit, such as `ecs`; `*` stands for all of them. */
  readonly services?: readonly string[];
  /** Files and folders whose TypeScript is searched for the services that it uses; they add to `services`. */
  readonly fromUsage?: readonly string[];
  /** The folder to write to, from the folder of the configuration file. */
  readonly out: string;
  /** Whether to emit an `index.ts` with one namespace a service; no if not given. */
  readonly index?: boolean;
  /** Whether to emit `policy.schema.json`, a JSON Schema for policy documents; no if not given. */
  readonly jsonSchema?: boolean;
}
