import { useEffect } from 'preact/hooks';
import type { VNode } from 'preact';
import { DecisionPanel } from './decision/decisionPanel.tsx';
import { VerdictCard } from './decision/verdictCard.tsx';
import { MatrixPanel } from './matrix/matrixPanel.tsx';
import { view, type View } from './model/state.ts';
import { dropFiles } from './open/dropFiles.ts';
import { isOpening } from './open/opening.ts';
import { listing } from './open/listing.ts';
import { PolicyPanel } from './policies/policyPanel.tsx';
import { RequestPanel } from './request/requestPanel.tsx';
import { keepAddress } from './share/page.ts';
import { Footer } from './ui/footer.tsx';
import { Header } from './ui/header.tsx';
import { lazily } from './ui/lazily.tsx';
import { Tabs } from './ui/tabs.tsx';

const VIEWS: readonly { readonly id: View; readonly label: string }[] = [
  { id: 'decision', label: 'Layers' },
  { id: 'call', label: 'A call' },
  { id: 'matrix', label: 'All actions' },
  { id: 'compare', label: 'Compare versions' },
  { id: 'prove', label: 'Prove' },
];

const OpenDialog = lazily(async () => (await import('./open/openDialog.tsx')).OpenDialog);
const ListingPanel = lazily(async () => (await import('./open/listingPanel.tsx')).ListingPanel);
const CallPanel = lazily(async () => (await import('./call/callPanel.tsx')).CallPanel);
const ComparePanel = lazily(async () => (await import('./compare/comparePanel.tsx')).ComparePanel);
const ProvePanel = lazily(async () => (await import('./prove/provePanel.tsx')).ProvePanel);

/** The whole page. */
export function App(): VNode {
  useEffect(keepAddress, []);
  useEffect(dropFiles, []);
  return (
    <>
      <Header />
      {isOpening.value && <OpenDialog />}
      {listing.value !== undefined && <ListingPanel />}
      <main class={`view-${view.value}`}>
        <VerdictCard />
        <PolicyPanel />
        <RequestPanel />
        <section class="card answer" aria-labelledby="answer-title">
          <h2 id="answer-title">How it comes about</h2>
          <Tabs
            label="Answer"
            tabs={VIEWS}
            selected={view.value}
            onSelect={(id) => (view.value = id as View)}
          />
          <div role="tabpanel" id={`panel-${view.value}`} aria-labelledby={`tab-${view.value}`}>
            {view.value === 'decision' && <DecisionPanel />}
            {view.value === 'call' && <CallPanel />}
            {view.value === 'matrix' && <MatrixPanel />}
            {view.value === 'compare' && <ComparePanel />}
            {view.value === 'prove' && <ProvePanel />}
          </div>
        </section>
      </main>
      <Footer />
    </>
  );
}
