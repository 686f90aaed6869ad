import { Candidates } from '../decide/candidates.ts';
import { hasMember, RowDecider } from '../decide/decider.ts';
import { settlePair } from '../decide/settlePair.ts';
import { SideCompiler } from '../decide/sideCompiler.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { Reach } from '../model/reach.ts';

/** Who can do something. */
export interface WhoCan {
  readonly action: string;
  readonly resource: string;
  /** Those that can, or may be able to, in the order of the accounts; all others cannot. */
  readonly principals: readonly Reach[];
  /** What was taken for granted, as no file has it: `policy of arn:aws:s3:::reports`. */
  readonly assumed: readonly string[];
}

/**
 * Says who can do something.
 *
 * @param landscape - the accounts.
 * @param action - `prefix:Name`.
 * @param resource - ARN or `*`.
 */
export function whoCanDo(landscape: Landscape, action: string, resource: string): WhoCan {
  const placed = landscape.resource(resource);
  const name = action.toLowerCase();
  const services = new Set([name.slice(0, Math.max(name.indexOf(':'), 0))]);
  const decider = new RowDecider([action]);
  const compiler = new SideCompiler();
  const principals = new Candidates(landscape)
    .of({ services, action: name }, placed)
    .filter((principal) => hasMember(decider.row(principal, placed).possible, 0))
    .flatMap((principal) => {
      const reach = settlePair(action, { landscape, principal, resource: placed }, compiler);
      if (reach === undefined) return [];
      const signIn = landscape.signIns.of(principal.data);
      return [signIn === undefined ? reach : { ...reach, signIn }];
    });
  return { action, resource, principals, assumed: placed.notes };
}
