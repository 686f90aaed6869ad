import { ContextReader, UNKNOWN, type KeyTable, type RequestContext } from '@policywright/conditions';
import { isAbsentKey, openSlots } from '../context/absentKeys.ts';
import { accessPointResource, mayBeBucket } from '../decision/accessPoint.ts';
import { BEYOND_SERVICE_LINKED_ROLES, isBounded } from '../decision/applicability.ts';
import { callerSlotsOf, isServiceLinked, readCallerKeys, type CallerSlots } from '../decision/knownCaller.ts';
import type { Mutable } from '../decision/mutable.ts';
import { isInCallersAccount } from '../decision/resourceOwner.ts';
import type { Caller } from '../principal/caller.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import type { PolicySetFlags } from '../request/policySet.ts';
import type { RuledRequest } from '../service-rules/serviceRule.ts';
import type { Bound } from './bound.ts';
import type { BulkEndpoint, BulkPrincipal, BulkResource } from './bulkSides.ts';

/** One principal and one resource, with what is the same for all actions. */
export interface Row {
  readonly principal: BulkPrincipal;
  readonly resource: BulkResource;
  readonly endpoint: BulkEndpoint;
  readonly caller: Caller;
  readonly flags: PolicySetFlags;
  readonly facts: CallerFacts;
  readonly reader: ContextReader;
  readonly context: RequestContext;
  /** What policies of principals allow by (rule S210), if that is not the resource. */
  readonly principalResource: string | undefined;
  readonly sameAccount: boolean;
  readonly serviceLinked: boolean;
  /** The caller may turn out to be a service-linked role by a key that is unknown (rule S167). */
  readonly mayBeServiceLinked: boolean;
}

/** A row, read for a bound of what is unknown. */
export interface BoundedRow extends Row {
  readonly bound: Bound;
  /** Bits of `LAYER_BIT`: the layers that do not bear on it, whatever the action. */
  readonly inactive: number;
  /** The same request as rules of single services see it. */
  readonly ruled: RuledRequest;
}

/** What is the same for all rows of a cube. */
export interface RowReaderOptions {
  /** Has every key of the policies. */
  readonly keys: KeyTable;
  readonly endpoint: BulkEndpoint;
  /** Names of unknown keys, or all that contexts lack; `undefined`: everything is known. */
  readonly unknown: readonly string[] | 'all' | undefined;
}

/** Reads rows of a cube: what of a principal and a resource is the same for all actions. */
export class RowReader {
  readonly #options: RowReaderOptions;
  readonly #reader: ContextReader;
  readonly #slots: CallerSlots;
  readonly #accessPointArn: number;

  constructor(options: RowReaderOptions) {
    this.#options = options;
    this.#slots = callerSlotsOf(options.keys);
    this.#accessPointArn = options.keys.slot('s3:DataAccessPointArn');
    this.#reader = new ContextReader(options.keys);
  }

  /**
   * Reads a row. It holds until the next one is read.
   *
   * @param principal - who asks.
   * @param resource - what is asked for.
   */
  read(principal: BulkPrincipal, resource: BulkResource): Row {
    const { endpoint } = this.#options;
    const { policies } = resource;
    const context =
      policies.context === undefined ? principal.context : { ...principal.context, ...policies.context };
    this.#load(context, principal, resource);
    const { known } = principal;
    const { caller } = known;
    const facts = this.#facts(principal, resource);
    const principalArn = known.mayBeServiceLinked ? this.#reader.value(this.#slots.principalArn) : undefined;
    const serviceLinked = isServiceLinked(known, principal.flags, principalArn);
    return {
      principal,
      resource,
      endpoint,
      caller,
      flags: { ...principal.flags, ...resource.flags, ...endpoint.flags },
      facts,
      reader: this.#reader,
      context,
      principalResource: mayBeBucket(policies.resource)
        ? accessPointResource(policies.resource, this.#reader.value(this.#accessPointArn))
        : undefined,
      sameAccount: isInCallersAccount(policies.resource, policies.resourceAccount, caller),
      serviceLinked,
      mayBeServiceLinked:
        caller.kind === 'roleSession' && known.mayBeServiceLinked && principalArn === UNKNOWN,
    };
  }

  #load(context: RequestContext, principal: BulkPrincipal, { policies }: BulkResource): void {
    const { keys, unknown } = this.#options;
    const reader = this.#reader;
    reader.load(context);
    if (unknown === undefined) return;
    if (unknown !== 'all') {
      const isKnown = (name: string): boolean =>
        isAbsentKey(name, principal.policies.absent) || isAbsentKey(name, policies.absent);
      return reader.markUnknown(unknown.filter((name) => !isKnown(name)));
    }
    const open = this.#openOf(principal);
    const isAlone = policies.context === undefined && policies.absent === undefined;
    reader.markUnknownSlots(isAlone ? open : openSlots(open, { reader, keys, absent: policies.absent }));
  }

  /** The slots that the context of a principal leaves open, worked out again only where there are more keys. */
  #openOf(principal: BulkPrincipal): readonly number[] {
    const { keys } = this.#options;
    if (principal.open?.of === keys.size) return principal.open.slots;
    const reader = new ContextReader(keys);
    reader.load(principal.context);
    const { absent } = principal.policies;
    const slots = openSlots(
      Array.from({ length: keys.size }, (_, slot) => slot),
      { reader, keys, absent },
    );
    principal.open = { of: keys.size, slots };
    return slots;
  }

  #facts(principal: BulkPrincipal, { policies }: BulkResource): CallerFacts {
    if (principal.facts !== undefined && policies.context === undefined) return principal.facts;
    const { known, flags } = principal;
    const facts: Mutable<CallerFacts> = {
      caller: known.caller,
      roleArn: undefined,
      userId: undefined,
      hasBoundary: Boolean(principal.policies.boundary?.length) && isBounded(known.caller, flags),
      throughGateway: false,
      unknown: undefined,
    };
    readCallerKeys(facts, this.#reader, this.#slots);
    if (policies.context === undefined) principal.facts = facts;
    return facts;
  }
}

/**
 * Reads a row for a bound.
 *
 * @param row - as read.
 * @param bound - how to count what unknown keys leave open.
 */
export function boundedRow(row: Row, bound: Bound): BoundedRow {
  const { principal, resource, caller, sameAccount } = row;
  const serviceLinked = row.serviceLinked || (bound === 'most' && row.mayBeServiceLinked);
  const beyond = serviceLinked ? BEYOND_SERVICE_LINKED_ROLES : 0;
  return {
    ...row,
    bound,
    inactive: principal.known.inactive | resource.inactive | beyond,
    ruled: { caller, resource: resource.policies.resource, sameAccount, serviceLinked },
  };
}
