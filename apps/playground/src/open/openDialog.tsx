import './open.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { openAnything, openFile } from './openAnything.ts';
import { isOpening } from './opening.ts';

/** Asks for a file or a text to open. */
export function OpenDialog(): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = (): void => {
    isOpening.value = false;
  };
  return (
    <dialog ref={dialog} class="open-dialog" aria-labelledby="open-title" onClose={close}>
      <h2 id="open-title">Open</h2>
      <p>
        A policy, a template of CloudFormation, SAM or CDK, a plan of Terraform, scenarios, guard rails, the
        answer of <code>aws iam get-account-authorization-details</code>, or a message with which AWS denied
        something. It stays in this browser.
      </p>
      <label class="button drop">
        Choose a file, or drop it anywhere on the page
        <input
          type="file"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file === undefined) return;
            close();
            void openFile(file);
          }}
        />
      </label>
      <label class="text">
        <span>or paste its text</span>
        <textarea
          rows={8}
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div class="row-of-buttons">
        <button
          type="button"
          class="main"
          disabled={text.trim() === ''}
          onClick={() => {
            close();
            void openAnything('', text);
          }}
        >
          Open the text
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}
