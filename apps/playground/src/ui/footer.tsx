import type { VNode } from 'preact';
import { DOCS, SOURCE } from './links.ts';

/** What decides here, what the page does with what is typed, and where to read on. */
export function Footer(): VNode {
  return (
    <footer>
      <nav aria-label="About Policywright">
        <Link to={DOCS}>Documentation</Link>
        <Link to={`${DOCS}semantics`}>Rules of evaluation</Link>
        <Link to={`${DOCS}proofs`}>How proofs work</Link>
        <Link to={SOURCE}>Source</Link>
        <Link to={`${SOURCE}/issues`}>Report a mistake</Link>
      </nav>
      <p>
        Policywright {import.meta.env.VITE_ENGINE_VERSION}, catalog data {import.meta.env.VITE_DATA_VERSION}.
        Everything is decided in this browser; nothing is sent anywhere, and a link holds the page in its
        fragment, which browsers keep to themselves. Not affiliated with Amazon Web Services.
      </p>
    </footer>
  );
}

function Link({ to, children }: { readonly to: string; readonly children: string }): VNode {
  return (
    <a href={to} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
