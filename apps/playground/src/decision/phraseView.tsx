import type { VNode } from 'preact';
import type { Phrase, Piece } from './phrase.ts';

/** A sentence in which code looks like code, and what matters of it is marked. */
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
  if (typeof of === 'string') return <>{of}</>;
  const { code, mark } = of;
  if (mark === undefined) return <code>{code}</code>;
  return (
    <code>
      {code.slice(0, mark)}
      <mark>{code.slice(mark)}</mark>
    </code>
  );
}
