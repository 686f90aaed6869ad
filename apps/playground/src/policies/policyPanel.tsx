import type { VNode } from 'preact';
import { Editor } from '../editor/editor.tsx';
import { addDocument, showKind } from '../model/documents.ts';
import { hasLevels, KINDS, type PolicySlot } from '../model/policySlot.ts';
import { openKind, openSlot, request, slots } from '../model/state.ts';
import { Tabs } from '../ui/tabs.tsx';
import { DocumentBar } from './documentBar.tsx';
import { DocumentButton } from './documentButton.tsx';
import { FindingList } from './findingList.tsx';
import { LevelTree } from './levelTree.tsx';
import { SizeMeter } from './sizeMeter.tsx';
import { UnderCursor } from './underCursor.tsx';

/** The documents by kind, and the one that is open in the editor. */
export function PolicyPanel(): VNode {
  const kind = openKind.value;
  const of = slots.value.filter((slot) => slot.kind === kind);
  const open = of.find(({ id }) => id === openSlot.value) ?? of[0];
  const tabs = KINDS.map((entry) => {
    const count = slots.value.filter((slot) => slot.kind === entry.kind).length;
    return { id: entry.kind, label: <KindLabel label={entry.label} count={count} /> };
  });
  return (
    <section class="card policies" aria-labelledby="policies-title">
      <h2 id="policies-title">Policies</h2>
      <Tabs
        label="Kinds of policy"
        tabs={tabs}
        selected={kind}
        onSelect={(id) => showKind(id as PolicySlot['kind'])}
      />
      <div role="tabpanel" id={`panel-${kind}`} aria-labelledby={`tab-${kind}`} class="policy">
        {open === undefined ? (
          <NoDocument kind={kind} />
        ) : (
          <>
            {hasLevels(kind) ? <LevelTree kind={kind} open={open} /> : <Documents of={of} open={open} />}
            <DocumentBar slot={open} />
            <Editor slot={open} />
            <SizeMeter slot={open} />
            <UnderCursor />
            <FindingList slotId={open.id} />
          </>
        )}
      </div>
    </section>
  );
}

function KindLabel({ label, count }: { readonly label: string; readonly count: number }): VNode {
  return (
    <>
      {label}
      {count > 0 && <span class="count">{count}</span>}
    </>
  );
}

/** What it means that there is no document of a kind. */
const WITHOUT: Readonly<Record<PolicySlot['kind'], string>> = {
  identity: 'No identity policy: the principal is allowed nothing by its own policies.',
  resource: 'No resource policy: the resource lets nobody in by itself.',
  boundary: 'No permissions boundary: nothing caps what the identity policies allow.',
  session: 'No session policy: the session has all that its role has.',
  scp: 'No service control policies: the organization does not limit the account.',
  rcp: 'No resource control policies: the organization does not limit who reaches the resource.',
  vpcEndpoint:
    'No endpoint policy: the request does not pass a VPC endpoint, or one that lets everything through.',
};

function NoDocument({ kind }: { readonly kind: PolicySlot['kind'] }): VNode {
  return (
    <div class="empty">
      <p>{WITHOUT[kind]}</p>
      <button type="button" onClick={() => addDocument(kind, 0)}>
        Add one
      </button>
    </div>
  );
}

/** The documents of a kind without levels. */
function Documents({ of, open }: { readonly of: readonly PolicySlot[]; readonly open: PolicySlot }): VNode {
  const many = KINDS.find(({ kind }) => kind === open.kind)?.many === true;
  const without = open.kind === 'resource' ? resourcesWithout(of) : [];
  if (!many && of.length === 1 && without.length === 0) return <></>;
  return (
    <div class="documents">
      {of.map((slot) => (
        <DocumentButton key={slot.id} slot={slot} isOpen={slot.id === open.id} />
      ))}
      {many && (
        <button type="button" class="quiet" onClick={() => addDocument(open.kind, 0)}>
          + document
        </button>
      )}
      {without.map(({ resource, level }) => (
        <button key={level} type="button" class="quiet" onClick={() => addDocument('resource', level)}>
          + policy of {resource === '' ? `resource ${String(level)} behind it` : resource}
        </button>
      ))}
    </div>
  );
}

interface ResourceWithout {
  readonly resource: string;
  readonly level: number;
}

/** What the request goes through, and has no policy of its own; the resource itself and what lies behind it. */
function resourcesWithout(of: readonly PolicySlot[]): readonly ResourceWithout[] {
  const { resource, underlying } = request.value;
  if (underlying.length === 0) return [];
  return [{ resource }, ...underlying]
    .map((entry, level) => ({ resource: entry.resource.trim(), level }))
    .filter(({ level }) => !of.some((slot) => slot.level === level));
}
