import type { AccessDenied } from '@policywright/evaluator';
import { adviceOn, scenarioSkeleton } from 'policywright/shared';
import type { OpenedText } from './openApi.ts';

/** The request of a message with which AWS refused something. */
export function openDenial(denied: AccessDenied): OpenedText {
  const skeleton = scenarioSkeleton(denied);
  const advice = adviceOn(denied);
  const advised = advice === undefined ? [] : [`${advice.message}; ${advice.help}`];
  return {
    kind: 'denial',
    scenario: skeleton && JSON.stringify(skeleton.scenario),
    notes: [...(skeleton?.gaps ?? []), ...advised],
  };
}
