import { useEffect, useState } from 'preact/hooks';
import type { ComponentType, VNode } from 'preact';

/**
 * A part of the page that is loaded when it is first shown, so that the page itself is there sooner.
 *
 * @param load - imports it.
 */
export function lazily(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | undefined;
  return function Lazily(): VNode {
    const [state, setState] = useState<'loading' | 'here' | 'failed'>(
      loaded === undefined ? 'loading' : 'here',
    );
    useEffect(() => {
      if (loaded !== undefined) return;
      void load().then(
        (component) => {
          loaded = component;
          setState('here');
        },
        () => setState('failed'),
      );
    }, []);
    const Part = loaded;
    if (Part !== undefined) return <Part />;
    return <p role="status">{state === 'failed' ? 'This part could not be loaded.' : 'Loading …'}</p>;
  };
}
