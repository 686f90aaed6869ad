import type { VNode } from 'preact';
import { statementName, type CodePiece, type Phrase, type Piece } from '@policywright/evaluator/wording';
import { visible } from '@policywright/policy/text';
import { showPlace } from './showPlace.ts';

/** A sentence in which code looks like code, what matters of it is marked, and a statement opens where it stands. */
export function PhraseView({ of }: { readonly of: Phrase }): VNode {
  return (
    <>
      {of.map((piece, index) => (
        <PieceView key={index} of={piece} />
      ))}
    </>
  );
}

function PieceView({ of }: { readonly of: Piece }): VNode {
  if (typeof of === 'string') return <>{visible(of)}</>;
  if ('code' in of) return <CodeView of={of} />;
  const { sid, statement } = of;
  return (
    <>
      {sid !== undefined && 'statement '}
      <button type="button" class="link" onClick={() => showPlace(statement)}>
        {visible(statementName(of))}
      </button>
    </>
  );
}

function CodeView({ of }: { readonly of: CodePiece }): VNode {
  const { code, mark } = of;
  if (mark === undefined) return <code>{visible(code)}</code>;
  return (
    <code>
      {visible(code.slice(0, mark))}
      <mark>{visible(code.slice(mark))}</mark>
    </code>
  );
}
