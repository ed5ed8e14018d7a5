import { type ComponentType, lazy } from 'react';
import { SessionPanel } from './session/SessionPanel.tsx';

/** A tab beside the player. Its code is loaded when first opened. */
type Panel = { readonly id: PanelId; readonly Content: ComponentType };

export type PanelId = 'transcript' | 'comments' | 'agreement' | 'fidelity' | 'session';

/** The tabs of an open review, in order. */
export const PANELS: readonly [Panel, ...Panel[]] = [
  {
    id: 'transcript',
    Content: lazy(() =>
      import('./transcript/TranscriptTab.tsx').then(({ TranscriptTab }) => ({ default: TranscriptTab })),
    ),
  },
  {
    id: 'comments',
    Content: lazy(() => import('./remarks/RemarksPanel.tsx').then(({ RemarksPanel }) => ({ default: RemarksPanel }))),
  },
  {
    id: 'agreement',
    Content: lazy(() =>
      import('./coding/AgreementPanel.tsx').then(({ AgreementPanel }) => ({ default: AgreementPanel })),
    ),
  },
  {
    id: 'fidelity',
    Content: lazy(() =>
      import('./fidelity/FidelityPanel.tsx').then(({ FidelityPanel }) => ({ default: FidelityPanel })),
    ),
  },
  // The review gate shows it too, so its code is already loaded.
  { id: 'session', Content: SessionPanel },
];
