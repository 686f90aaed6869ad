import type { Citation } from './citation.ts';
import type { Support } from './support.ts';
import type { FeatureName } from './featureNames.ts';
import type { Provenance } from './provenance.ts';

/** Whether a service supports one feature, how that is known, and what the data shows of it. */
export interface Feature {
  readonly feature: FeatureName;
  /** What AWS says, the service's own page first; where no page says anything, what follows from the data. */
  readonly support: Support;
  /**
   * `curated` from the page that is cited; `computed` from the imported data, whose provenance follows, where no page
   * says anything; `none` where nothing is known.
   */
  readonly basis:
    | { readonly kind: 'computed'; readonly from: Provenance }
    | { readonly kind: 'curated'; readonly from: Citation }
    | { readonly kind: 'none' };
  /** Another present page of AWS that says something else. */
  readonly contradiction?: Claim;
  /** The services behind a prefix that AWS's table lists apart, where they differ. */
  readonly services?: readonly SubService[];
  /** What the imported data and the overlays show, whatever AWS calls it; absent where they have nothing on it. */
  readonly data?: FeatureData;
}

/** What a page of AWS says of a feature. */
export interface Claim {
  readonly support: Support;
  readonly from: Citation;
}

/** A service that shares its prefix with others, as AWS's table has it. */
export interface SubService {
  /** The name of the service in AWS's table. */
  readonly name: string;
  readonly support: Support;
}

/** What the imported data and the overlays have on a feature. */
export type FeatureData =
  /** How many of the actions take an ARN in `Resource` (rule S47). */
  | { readonly kind: 'arns'; readonly actions: number; readonly withArn: number }
  /** The tag keys that requests of the service have, and for how many of its resource types `aws:ResourceTag` is one. */
  | {
      readonly kind: 'tags';
      readonly keys: readonly string[];
      readonly resourceTypes: number;
      readonly withResourceTag: number;
    }
  /**
   * Names of condition keys, operations, service-linked roles or, where none of these is known by name, AWS managed
   * policies for some; sorted.
   */
  | { readonly kind: 'keys' | 'operations' | 'policies' | 'roles'; readonly names: readonly string[] };
