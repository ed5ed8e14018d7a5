import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcer } from '#client/live/Announcer.tsx';
import { CodeStrip } from '#client/live/CodeStrip.tsx';
import { ConnectionBand } from '#client/live/ConnectionBand.tsx';
import { ContraindicationBand } from '#client/live/ContraindicationBand.tsx';
import { FailureBand } from '#client/live/FailureBand.tsx';
import { useQuietView } from '#client/live/LiveContext.tsx';
import { MasteryPanel } from '#client/live/MasteryPanel.tsx';
import { OutputBand } from '#client/live/OutputBand.tsx';
import { SequenceBands } from '#client/live/SequenceBands.tsx';
import { SightBand } from '#client/live/SightBand.tsx';
import { SignInBand } from '#client/live/SignInBand.tsx';
import { SpeakingBand } from '#client/live/SpeakingBand.tsx';
import { Stage } from '#client/live/Stage.tsx';
import { StatusStrip } from '#client/live/StatusStrip.tsx';
import { EmergencyBand } from '#client/live/safety/EmergencyBand.tsx';
import { useVoiceGuard } from '#client/live/useVoiceGuard.ts';
import { WindowClock } from '#client/live/WindowClock.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import { BlindSign } from './BlindSign.tsx';
import { CoachCoding } from './CoachCoding.tsx';
import { LeadAwayBand } from './LeadAwayBand.tsx';
import { ParentCoding } from './ParentCoding.tsx';
import css from './SupervisionPage.module.css';
import { SidePanel } from './SidePanel.tsx';
import { TalkToLead } from './TalkToLead.tsx';
import { type Task, TaskChoice } from './TaskChoice.tsx';
import { useIsBlind } from './useIsBlind.ts';
import { WatchedWindow } from './WatchedWindow.tsx';

/** An observer's view: the room, the lead coach's codes, and talk to the lead coach only. */
export function SupervisionPage({ program }: { readonly program: Program }) {
  const { t } = useTranslation(['console', 'supervision']);
  const { session, self } = useQuietView();
  const [task, setTask] = useState<Task>('watch');
  const isBlind = useIsBlind();
  const lead = session.lead && session.participants[session.lead];
  useVoiceGuard();

  return (
    <main className={css['supervision']} aria-label={t('title', { family: session.familyName })}>
      <div className={css['left']}>
        <Stage
          strip={<StatusStrip />}
          bands={
            <>
              <EmergencyBand />
              <ConnectionBand />
              <SignInBand />
              <OutputBand />
              <SightBand />
              <SpeakingBand />
              <LeadAwayBand />
              <ContraindicationBand program={program} />
              {!isBlind && <SequenceBands program={program} />}
              <FailureBand />
            </>
          }
        />
        <div>
          {isBlind ? <BlindSign /> : <CodeStrip coder={session.lead} program={program} />}
          {task === 'parent' && (
            <CodeStrip
              coder={self?.participantId}
              program={program}
              label={t('supervision:parent.strip')}
              none={t('supervision:parent.none')}
            />
          )}
        </div>
        <p className={css['unseen']}>
          <strong>{lead && t('supervision.leads', { name: lead.name })}</strong> {t('supervision.label')}
        </p>
      </div>
      <div className={css['right']}>
        <WindowClock />
        <div className={css['middle']}>
          <TaskChoice program={program} task={task} onChoose={setTask} />
          {task === 'parent' && <ParentCoding program={program} />}
          {task === 'coach' && <CoachCoding program={program} />}
          {!isBlind && (
            <>
              <WatchedWindow program={program} />
              <MasteryPanel program={program} />
            </>
          )}
          <SidePanel />
        </div>
        <TalkToLead />
      </div>
      <Announcer />
    </main>
  );
}
