import type { VNode } from 'preact';

/** What decides here, and what the page does with what is typed. */
export function Footer(): VNode {
  return (
    <footer>
      Policywright {import.meta.env.VITE_ENGINE_VERSION}, catalog data {import.meta.env.VITE_DATA_VERSION}.
      Everything is decided in this browser; nothing is sent anywhere, and a link holds the page in its
      fragment, which browsers keep to themselves. Not affiliated with Amazon Web Services.
    </footer>
  );
}
