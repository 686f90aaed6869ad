import type { VNode } from 'preact';
import { explanation, workspace } from '../model/decided.ts';
import { LayerFlow } from './layerFlow.tsx';

/** How the decision came about: the layers, and the statements of the one that is chosen. */
export function DecisionPanel(): VNode {
  const told = explanation.value;
  const { value } = workspace;
  if (told === undefined || !value.ok)
    return <p>There is no decision while a document cannot be read; the errors stand at the top.</p>;
  return <LayerFlow told={told} places={value.places} />;
}
