import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { before, flags, request, slots } from '../model/state.ts';
import { CallersField } from '../proof/callersField.tsx';
import { callers, proofInput } from '../proof/proofState.ts';
import { ProofView } from '../proof/proofView.tsx';
import { useProof, type ProofState } from '../proof/useProof.ts';
import type { ProofAnswer, ProofInput, Question } from '../worker/proofs/proofApi.ts';
import { AnswerView } from './answerView.tsx';
import { EverFields } from './everFields.tsx';
import { GuardRailFields } from './guardRailFields.tsx';
import { PublicFields } from './publicFields.tsx';
import { everActions, everResources, guardRails, questionKind, resourceType } from './questionState.ts';

const KINDS: readonly { readonly kind: Question['kind']; readonly label: string; readonly about: string }[] =
  [
    {
      kind: 'guardRails',
      label: 'Guard rails hold',
      about: 'What must never be allowed, whoever asks: each is proved, or broken by a request.',
    },
    {
      kind: 'canEver',
      label: 'Can it ever be allowed?',
      about: 'Whether there is any request for these actions and resources that all layers together allow.',
    },
    {
      kind: 'noPublicAccess',
      label: 'No public access',
      about: 'Whether the resource policy keeps out everybody of whom nothing is known.',
    },
    {
      kind: 'noNewAccess',
      label: 'No new access',
      about:
        'Whether the documents of now allow nothing that the older version, chosen under Compare, does not.',
    },
  ];

/** Questions about all requests: each is proved, or answered with a request that shows why not. */
export function ProvePanel(): VNode {
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const kind = questionKind.value;
  const state = useAnswerTo(asked);
  return (
    <div class="prove">
      <label class="callers">
        <span>Question</span>
        <select
          value={kind}
          onChange={(event) => (questionKind.value = event.currentTarget.value as Question['kind'])}
        >
          {KINDS.map((entry) => (
            <option key={entry.kind} value={entry.kind}>
              {entry.label}
            </option>
          ))}
        </select>
      </label>
      <p class="note">{KINDS.find((entry) => entry.kind === kind)?.about}</p>
      {kind === 'guardRails' && <GuardRailFields />}
      {kind === 'canEver' && <EverFields />}
      {kind === 'noPublicAccess' ? <PublicFields /> : <CallersField />}
      <button
        type="button"
        class="main"
        onClick={() => setAsked({ input: proofInput(), question: questionNow() })}
      >
        Prove
      </button>
      {asked?.question.kind === kind && (
        <ProofView state={state} running="Looking at all requests …">
          {(answer) => (
            <>
              {isStale(asked) && (
                <p class="note">Something has changed since: prove again for the answer of now.</p>
              )}
              <AnswerView answer={answer} />
            </>
          )}
        </ProofView>
      )}
    </div>
  );
}

interface Asked {
  readonly input: ProofInput;
  readonly question: Question;
}

function useAnswerTo(asked: Asked | undefined): ProofState<ProofAnswer> {
  return useProof([asked], asked && ((client) => client.ask('prove', asked.input, asked.question)));
}

function questionNow(): Question {
  switch (questionKind.value) {
    case 'guardRails':
      return { kind: 'guardRails', text: guardRails.value };
    case 'canEver':
      return {
        kind: 'canEver',
        actions: linesOf(everActions.value, request.value.action),
        resources: linesOf(everResources.value, request.value.resource),
      };
    case 'noPublicAccess':
      return { kind: 'noPublicAccess', resourceType: resourceType.value };
    case 'noNewAccess':
      return { kind: 'noNewAccess', before: before.value };
  }
}

function linesOf(text: string, otherwise: string): readonly string[] {
  const lines = text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 0 ? lines : [otherwise.trim()];
}

/** Whether the page has changed since the question was asked. */
function isStale({ input, question }: Asked): boolean {
  const isOfPrincipal = input.callers === 'principal' && question.kind !== 'noPublicAccess';
  return (
    input.slots !== slots.value ||
    input.flags !== flags.value ||
    (question.kind !== 'noPublicAccess' && input.callers !== callers.value) ||
    (isOfPrincipal && input.request.principal !== request.value.principal) ||
    JSON.stringify(question) !== JSON.stringify(questionNow())
  );
}
