import type { Citation } from '../../model/citation.ts';
import type { FeatureData } from '../../model/feature.ts';
import type { FactKind } from '../../model/provenance.ts';
import type { Support } from '../../model/support.ts';

/** Data on a feature, what follows from it where no page says anything, and where that is from. */
export interface Shown {
  readonly data?: FeatureData;
  readonly support: Support;
  readonly from: FactKind | Citation;
}
