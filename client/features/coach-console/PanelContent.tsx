import { useTranslation } from 'react-i18next';
import { useQuietView } from '#client/live/LiveContext.tsx';
import { ShareJoinLink } from '#client/planning/ShareJoinLink.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { OpenPanel, Panel } from './panels.ts';
import { HelpPanel } from './panels/HelpPanel.tsx';
import { LeavePanel } from './panels/LeavePanel.tsx';
import { LibraryPanel } from './panels/LibraryPanel.tsx';
import { NotesPanel } from './panels/NotesPanel.tsx';
import { OverridePanel } from './panels/OverridePanel.tsx';
import { PairPanel } from './panels/PairPanel.tsx';
import { PausePanel } from './panels/PausePanel.tsx';
import { PeoplePanel } from './panels/PeoplePanel.tsx';
import { RecordingPanel } from './panels/RecordingPanel.tsx';
import { SafetyPanel } from './panels/SafetyPanel.tsx';
import { WindowPanel } from './panels/WindowPanel.tsx';
import { SidePanel } from './SidePanel.tsx';
import type { SafetySheetHere } from '#client/live/safety/useSafetySheet.ts';
import type { SendPrompt } from './useSendPrompt.ts';

type PanelContentProps = {
  readonly sessionId: SessionId;
  readonly panel: Panel;
  readonly program: Program;
  readonly send: SendPrompt;
  readonly openPanel: OpenPanel;
  readonly safety: SafetySheetHere;
  readonly onClose: () => void;
};

/** The open side panel. */
export function PanelContent({ sessionId, panel, program, send, openPanel, safety, onClose }: PanelContentProps) {
  const { t } = useTranslation('console');
  const { phase } = useQuietView().session;
  const body = () => {
    switch (panel.is) {
      case 'people':
        return <PeoplePanel openPanel={openPanel} />;
      case 'notes':
        return <NotesPanel />;
      case 'help':
        return <HelpPanel program={program} phase={phase} />;
      case 'library':
        return <LibraryPanel program={program} phase={phase} send={send} />;
      case 'recording':
        return <RecordingPanel />;
      case 'safety':
        return <SafetyPanel {...safety} />;
      case 'pause':
        return <PausePanel onDone={onClose} />;
      case 'leave':
        return <LeavePanel program={program} onDone={onClose} />;
      case 'window':
        return <WindowPanel program={program} windowId={panel.windowId} onDone={onClose} />;
      case 'override':
        return <OverridePanel device={panel.device} onDone={onClose} />;
      case 'link':
        return <ShareJoinLink sessionId={sessionId} onDone={onClose} />;
      case 'pair':
        return <PairPanel caregiverId={panel.caregiverId} />;
    }
  };
  return (
    <SidePanel key={panel.is} title={t(`panel.${panel.is}`)} onClose={onClose}>
      {body()}
    </SidePanel>
  );
}
