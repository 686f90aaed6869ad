import type { VNode } from 'preact';
import { PUBLIC_RESOURCE_TYPES, type PublicResourceType } from '@policywright/analyzer';
import { resourceType } from './questionState.ts';

const TYPES = Object.keys(PUBLIC_RESOURCE_TYPES);

/** What the resource policy hangs on: services mean different things by "public". */
export function PublicFields(): VNode {
  return (
    <label class="callers">
      <span>Policy of</span>
      <select
        value={resourceType.value}
        onChange={(event) => (resourceType.value = event.currentTarget.value as PublicResourceType)}
      >
        {TYPES.map((type) => (
          <option key={type} value={type}>
            {type}
          </option>
        ))}
      </select>
    </label>
  );
}
