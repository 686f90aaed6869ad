import { signal, type Signal } from '@preact/signals';
import type { PublicResourceType } from '@policywright/analyzer';
import guardRailsExample from '../../../../examples/guard-rails.yaml?raw';
import type { Question } from '../worker/proofs/proofApi.ts';

/** Which question is asked. */
export const questionKind: Signal<Question['kind']> = signal('guardRails');

/** The guard rails, in YAML or JSON. */
export const guardRails: Signal<string> = signal(guardRailsExample);

/** Actions and resources of which is asked whether they can ever be allowed, one a line; empty for those of the request. */
export const everActions: Signal<string> = signal('');
export const everResources: Signal<string> = signal('');

/** What the resource policy hangs on. */
export const resourceType: Signal<PublicResourceType> = signal('AWS::S3::Bucket');
