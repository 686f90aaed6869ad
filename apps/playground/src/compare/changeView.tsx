import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { statementName } from '@policywright/evaluator/wording';
import { PhraseView } from '../decision/phraseView.tsx';
import { showPlace } from '../decision/showPlace.ts';
import { visible } from '@policywright/policy/text';
import { ShownRequest } from '../proof/shownRequest.tsx';
import type { ActionGroup, Change } from '../worker/proofs/proofApi.ts';

const MOST_GROUPS = 8;
const MOST_NAMES = 6;
const MOST_RESOURCES = 6;

/** One part of a change: actions, resources, conditions, why, and a request that shows it. */
export function ChangeView({ of }: { readonly of: Change }): VNode {
  const { change, statement, groups, futureActions, resources, exceptResources, conditions, reason, shown } =
    of;
  const isNew = change === 'allowed';
  const [all, showAll] = useState(false);
  const shownGroups = all ? groups : groups.slice(0, MOST_GROUPS);
  const moreGroups = groups.length - shownGroups.length;
  return (
    <>
      <div class="actions-of-change">
        <span class="change" aria-label={isNew ? 'more' : 'less'}>
          {isNew ? '▲' : '▼'}
        </span>
        {shownGroups.map((group) => (
          <Group key={group.names[0]} of={group} />
        ))}
        {moreGroups > 0 && (
          <button type="button" class="link" onClick={() => showAll(true)}>
            and {moreGroups} more {moreGroups === 1 ? 'service' : 'services'}
          </button>
        )}
        {groups.length === 0 && <Codes of={futureActions} most={MOST_NAMES} />}
        {futureActions.length > 0 && (
          <small class="dim">
            {groups.length === 0 ? 'actions yet to come' : 'and those that AWS may add'}
          </small>
        )}
      </div>
      <dl>
        <dt>on</dt>
        <dd>
          <Codes of={resources} most={MOST_RESOURCES} />
          {exceptResources.length > 0 && (
            <>
              {' '}
              except <Codes of={exceptResources} most={MOST_RESOURCES} />
            </>
          )}
        </dd>
        {conditions.length > 0 && (
          <>
            <dt>if</dt>
            <dd>
              {conditions.map((condition, index) => (
                <div key={index}>
                  <PhraseView of={condition} />
                </div>
              ))}
            </dd>
          </>
        )}
        <dt>since</dt>
        <dd>
          {statement !== undefined && (
            <>
              <Statement of={statement} isNew={isNew} /> allows it{isNew ? '' : ' in the older version'},
              and{' '}
            </>
          )}
          <PhraseView of={reason} />
        </dd>
      </dl>
      <ShownRequest of={shown} />
    </>
  );
}

function Statement({
  of,
  isNew,
}: {
  readonly of: NonNullable<Change['statement']>;
  readonly isNew: boolean;
}): VNode {
  const name = visible(statementName({ statement: of.ref, sid: of.sid }));
  if (!isNew) return <code>{name}</code>;
  return (
    <button type="button" class="link" onClick={() => showPlace(of.ref)}>
      {name}
    </button>
  );
}

function Group({ of }: { readonly of: ActionGroup }): VNode {
  const { names, except, count } = of;
  return (
    <span>
      <Codes of={names} most={MOST_NAMES} />
      {except.length > 0 && (
        <>
          {' '}
          except <Codes of={except} most={MOST_NAMES} />
        </>
      )}
      {names.length === 1 && count > 1 && <small class="dim"> {count} actions</small>}
    </span>
  );
}

/** Texts of policies, the first ones until all are asked for. */
function Codes({ of, most }: { readonly of: readonly string[]; readonly most: number }): VNode {
  const [all, showAll] = useState(false);
  const more = of.length - most;
  return (
    <>
      {(all ? of : of.slice(0, most)).map((text, index) => (
        <>
          {index > 0 && ', '}
          <code key={text}>{visible(text)}</code>
        </>
      ))}
      {more > 0 && !all && (
        <>
          {' '}
          <button type="button" class="link" onClick={() => showAll(true)}>
            and {more} more
          </button>
        </>
      )}
    </>
  );
}
