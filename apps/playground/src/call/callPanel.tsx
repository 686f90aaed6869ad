import '../proof/proof.css';
import './call.css';
import type { VNode } from 'preact';
import { call, setCall } from '../model/callState.ts';
import { flags, request, slots } from '../model/state.ts';
import { Combobox } from '../ui/combobox.tsx';
import { ask } from '../worker/languageClient.ts';
import { useAnswer } from '../worker/useAnswer.ts';
import { CallAnswerView } from './callAnswerView.tsx';

const SUGGESTIONS = 30;

/** One call of an operation, with its input: everything that AWS asks for it. */
export function CallPanel(): VNode {
  const { operation, input, region } = call.value;
  const asked = { slots: slots.value, flags: flags.value, request: request.value, call: call.value };
  const answer = useAnswer(Object.values(asked), () => ask('decideCall', asked));
  return (
    <div class="call">
      <p>
        One call of an API may need several permissions: for the operation, for roles that it passes, for
        keys. The caller is the principal of the request.
      </p>
      <Combobox
        label="Operation"
        value={operation}
        onInput={(text) => setCall({ operation: text })}
        suggest={(text) => ask('searchActions', text, SUGGESTIONS)}
      />
      <label class="field">
        <span>Region</span>
        <input
          type="text"
          value={region}
          spellcheck={false}
          onInput={(event) => setCall({ region: event.currentTarget.value })}
        />
      </label>
      <label class="call-input">
        <span>Input, as the command line and the SDKs take it in JSON</span>
        <textarea
          rows={7}
          spellcheck={false}
          value={input}
          onInput={(event) => setCall({ input: event.currentTarget.value })}
        />
      </label>
      {answer === undefined ? <p role="status">Deciding …</p> : <CallAnswerView answer={answer} />}
    </div>
  );
}
