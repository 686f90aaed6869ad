import {
  accessDeniedMessage,
  parseAccessDenied,
  type AccessDenied,
  type Explanation,
} from '@policywright/evaluator';
import { renderExplanation } from '@policywright/evaluator/wording';
import { printable } from '@policywright/policy/text';
import type { Io } from '../../io/io.ts';
import { createPaint } from '../../terminal/paint.ts';
import { useColor } from '../../terminal/useColor.ts';
import { adviceOn } from './adviceOnMessage.ts';
import { whatMessageTells } from './whatMessageTells.ts';

/**
 * Writes what a message tells, how the policies of a scenario decide its request, and where the two differ.
 *
 * @param io - tells whether to use colour.
 * @param explanation - of the request under the policies.
 * @param denied - the message, read.
 */
export function explainMessage(io: Io, explanation: Explanation, denied: AccessDenied): string {
  const color = useColor(io.stdout, io.env);
  const paint = createPaint(color);
  const { principal, action, resource } = explanation.request;
  const who = typeof principal === 'string' ? principal : Object.values(principal)[0];
  const lines = [
    `principal ${who}`,
    `action    ${action}`,
    `resource  ${resource}`,
    ...whatMessageTells(denied).map((clause) => `message   ${clause}`),
  ].map((line) => printable(`  ${line}`));
  lines.push('', renderExplanation(explanation, { color }));
  const advice = adviceOn(denied);
  const notes = [differenceOf(explanation, denied), advice && `${advice.message}; ${advice.help}`].filter(
    (note) => note !== undefined,
  );
  for (const note of notes) lines.push('', paint('warning', printable(`! ${note}`)));
  return `${lines.join('\n')}\n`;
}

/** Where these policies do not lead to what AWS said, the scenario is not yet the request that AWS refused. */
function differenceOf(explanation: Explanation, { kind, layer }: AccessDenied): string | undefined {
  const { decision } = explanation;
  const mend = 'add the policies and the context keys that are missing from the scenario';
  if (decision === 'Allow') return `the message says denied, these policies allow: ${mend}`;
  const said = kind === undefined ? decision : kind === 'explicitDeny' ? 'ExplicitDeny' : 'ImplicitDeny';
  if (said !== decision) return `the message tells of an ${said}: ${mend}`;
  const here = parseAccessDenied(accessDeniedMessage(explanation) ?? '')?.layer;
  if (layer === undefined || here === undefined || here === layer) return undefined;
  return kind === 'explicitDeny'
    ? `the message tells of a Deny in the layer ${layer}: ${mend}`
    : `the message misses an Allow in the layer ${layer}, these policies have none in ${here}: ${mend}`;
}
