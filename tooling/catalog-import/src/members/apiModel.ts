import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A member of a request, as the API model of a service has it. */
export interface ModelMember {
  readonly name: string;
  readonly required: boolean;
  readonly kind: string;
  /** Whether its values are a few fixed words. */
  readonly isEnum: boolean;
  readonly documentation: string;
  /** Names of members within it, as far as two steps below. */
  readonly inner: readonly string[];
}

/** An operation of an API model. */
export interface ModelOperation {
  /** Ids by which SDK clients, signatures or endpoints call the service, the likeliest first. */
  readonly clients: readonly string[];
  readonly name: string;
  readonly members: readonly ModelMember[];
}

interface Shape {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, ShapeRef>>;
  readonly member?: ShapeRef;
  readonly value?: ShapeRef;
}

interface ShapeRef {
  readonly shape: string;
  readonly documentation?: string;
}

interface Model {
  readonly metadata: {
    readonly serviceId?: string;
    readonly signingName?: string;
    readonly endpointPrefix: string;
  };
  readonly operations: Readonly<Record<string, { readonly name: string; readonly input?: ShapeRef }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/**
 * Reads API models as botocore ships them: a folder a service, in it one a version, in that `service-2.json.gz`.
 *
 * @param folder - `botocore/data`.
 * @returns the operations of the newest version of each service.
 */
export function readApiModels(folder: string): readonly ModelOperation[] {
  return readdirSync(folder).flatMap((service) => {
    const versions = readdirSync(join(folder, service)).toSorted();
    const newest = versions.at(-1);
    if (newest === undefined) return [];
    const bytes = readFileSync(join(folder, service, newest, 'service-2.json.gz'));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form of botocore's models
    return operationsOfModel(service, JSON.parse(gunzipSync(bytes).toString('utf8')) as Model);
  });
}

function operationsOfModel(
  service: string,
  { metadata, operations, shapes }: Model,
): readonly ModelOperation[] {
  const { serviceId = service, signingName = '', endpointPrefix } = metadata;
  const clients = [serviceId.replaceAll(/[^A-Za-z0-9]/g, ''), signingName, endpointPrefix, service];
  return Object.values(operations).map(({ name, input }) => ({
    clients: [...new Set(clients.filter((client) => client !== ''))],
    name,
    members: input === undefined ? [] : membersOf(shapes[input.shape], shapes),
  }));
}

function membersOf(shape: Shape | undefined, shapes: Model['shapes']): readonly ModelMember[] {
  return Object.entries(shape?.members ?? {}).map(([name, { shape: of, documentation = '' }]) => ({
    name,
    required: shape?.required?.includes(name) === true,
    kind: shapes[of]?.type ?? '',
    isEnum: shapes[of]?.enum !== undefined,
    documentation: documentation.replaceAll(/<[^>]*>/g, ''),
    inner: innerNames(shapes[of], shapes, 2),
  }));
}

function innerNames(shape: Shape | undefined, shapes: Model['shapes'], steps: number): readonly string[] {
  if (shape === undefined || steps === 0) return [];
  const item = shape.member ?? shape.value;
  const holder = item === undefined ? shape : shapes[item.shape];
  return Object.entries(holder?.members ?? {}).flatMap(([name, { shape: of }]) => [
    name,
    ...innerNames(shapes[of], shapes, steps - 1),
  ]);
}
