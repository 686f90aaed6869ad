import type { Request } from '@policywright/evaluator';

/** A policy document in the part of the language that every peer can be taught. */
export interface BenchDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly BenchStatement[];
}

/** A statement whose conditions only compare a key with one value. */
export interface BenchStatement {
  readonly Effect: 'Allow' | 'Deny';
  /** In resource policies: one role, or everyone. */
  readonly Principal?: { readonly AWS: string } | '*';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Partial<Record<'StringEquals' | 'Bool', Readonly<Record<string, string>>>>>;
}

/** Policies and requests, expressed once; every peer is given its own translation. */
export interface Workload {
  readonly name: string;
  readonly description: string;
  readonly identity: BenchDocument;
  readonly boundary?: BenchDocument;
  /** One document a level, root first. */
  readonly scps?: readonly BenchDocument[];
  readonly resource?: BenchDocument;
  /** The ARN under which policies name the caller: of the role where a session of it calls. */
  readonly callerArn: string;
  /** What is timed: requests that all layers allow, a power of two of them. */
  readonly allowed: readonly Request[];
  /** Requests that every engine must deny before it is timed. */
  readonly denied: readonly Request[];
}

/**
 * Lists the layers of a workload. A request of a workload is allowed when every layer allows it and none denies
 * it, which is what lets engines without IAM's layers take part.
 */
export function layersOf(workload: Workload): readonly BenchDocument[] {
  const { identity, boundary, scps = [], resource } = workload;
  return [identity, boundary, ...scps, resource].filter((layer) => layer !== undefined);
}

/**
 * Lists the comparisons of a statement's conditions.
 *
 * @returns pairs of context key and wanted value, all of which must hold.
 */
export function comparisonsOf({ Condition = {} }: BenchStatement): readonly (readonly [string, string])[] {
  return Object.values(Condition).flatMap((block) => Object.entries(block));
}

/**
 * Tells which caller a statement names.
 *
 * @returns the ARN of a role, or `undefined` where the statement is about everyone.
 */
export function namedCaller({ Principal }: BenchStatement): string | undefined {
  return typeof Principal === 'object' ? Principal.AWS : undefined;
}
