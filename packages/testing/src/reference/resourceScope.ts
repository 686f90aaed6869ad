import type { Effect } from '@policywright/policy';
import type { InterpretOptions, LayerKind } from './placedStatement.ts';
import type { ExpansionScope } from './variables.ts';

/** Where a `Resource` or `NotResource` element stands. */
export interface ResourceScope extends ExpansionScope {
  readonly effect: Effect;
  readonly layer: LayerKind;
  readonly options: InterpretOptions;
}
