import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcer } from '#client/live/Announcer.tsx';
import { CodeStrip } from '#client/live/CodeStrip.tsx';
import { ConnectionBand } from '#client/live/ConnectionBand.tsx';
import { ContraindicationBand } from '#client/live/ContraindicationBand.tsx';
import { FailureBand } from '#client/live/FailureBand.tsx';
import { knockingDevices } from '#client/live/participants.ts';
import { useLiveParts, useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { OutputBand } from '#client/live/OutputBand.tsx';
import { SequenceBands } from '#client/live/SequenceBands.tsx';
import { SightBand } from '#client/live/SightBand.tsx';
import { SignInBand } from '#client/live/SignInBand.tsx';
import { SpeakingBand } from '#client/live/SpeakingBand.tsx';
import { Stage } from '#client/live/Stage.tsx';
import { StatusStrip } from '#client/live/StatusStrip.tsx';
import { useWhisperStatusText } from '#client/live/useWhisperStatusText.ts';
import { EmergencyBand } from '#client/live/safety/EmergencyBand.tsx';
import { useSafetySheet } from '#client/live/safety/useSafetySheet.ts';
import { useVoiceGuard } from '#client/live/useVoiceGuard.ts';
import { whisperStatus } from '#client/live/whisperStatus.ts';
import { WindowClock } from '#client/live/WindowClock.tsx';
import { phaseNow } from '#client/live/windowScore.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { promptsWhileObserved } from '#shared/session/observing.ts';
import css from './CoachConsole.module.css';
import { Guide } from './Guide.tsx';
import { KnockBand } from './KnockBand.tsx';
import { nextSteps } from './nextSteps.ts';
import { Pad } from './Pad.tsx';
import type { Panel } from './panels.ts';
import { PanelContent } from './PanelContent.tsx';
import { PromptBar } from './PromptBar.tsx';
import { favorites } from './promptsIn.ts';
import { RateWindow } from './RateWindow.tsx';
import { SituationLine } from './SituationLine.tsx';
import { StepsBar } from './StepsBar.tsx';
import { Tools } from './Tools.tsx';
import { PadFooter } from './PadFooter.tsx';
import { useCoding } from './useCoding.ts';
import { useConsoleKeys } from './useConsoleKeys.ts';
import { usePadFlash } from './usePadFlash.ts';
import { useSendPrompt } from './useSendPrompt.ts';
import { useTakeStep } from './useSteps.ts';
import { Whisper } from './Whisper.tsx';

/** The lead coach's screen: the room, the pad and the voice. */
export function CoachConsole({ program, sessionId }: { readonly program: Program; readonly sessionId: SessionId }) {
  const { t } = useTranslation('console');
  const { live, media, voice, messages } = useLiveParts();
  const { session, self } = useQuietView();
  const { phase } = session;
  const isCoding = phase === 'coding' || phase === 'coding-paused';
  const run = useRun();
  const statusText = useWhisperStatusText();
  const [panel, setPanel] = useState<Panel>();
  const safety = useSafetySheet();
  const call = () => setPanel({ is: 'safety' });
  const takeStep = useTakeStep(program, setPanel);
  const [speak, setSpeak] = useState(false);
  const send = useSendPrompt(speak);
  const { place, flash } = usePadFlash();
  const say = (words: string) => void send(words, undefined);
  const coding = useCoding(program, flash, say);
  const { awake, mayUndo } = coding;
  const field = useRef<HTMLInputElement>(null);
  const steps = useRef<HTMLDivElement>(null);
  useVoiceGuard();

  const ifHeard = (act: () => void) => {
    const status = whisperStatus(
      live.getSnapshot(),
      media.ownVoice.getSnapshot(),
      media.ownVoiceStanding.getSnapshot(),
    );
    if (status.is === 'open') act();
    else messages.say(statusText(status));
  };
  const closePanel = () => setPanel(undefined);

  useConsoleKeys({
    program,
    sequence: phaseNow(session, program).sequence,
    give: coding.give,
    arm: coding.arm,
    follow: coding.follow,
    startTalking: () => ifHeard(voice.hold),
    stopTalking: voice.release,
    latch: () => (voice.getSnapshot().is === 'closed' ? ifHeard(voice.latch) : voice.latch()),
    next: () => {
      const { next } = nextSteps(session, program, live.now());
      // A step that must be held cannot be done with one key press: focus its button, and the coach holds Enter.
      if (next?.held) steps.current?.querySelector<HTMLElement>('[data-next=true] button')?.focus();
      else if (next) takeStep(next);
    },
    pauseOrResume: () => {
      if (phase === 'coding') takeStep({ does: 'pause', held: false });
      if (phase === 'coding-paused') takeStep({ does: 'resume', held: false });
    },
    letIn: () => {
      const [first] = knockingDevices(session);
      if (first) void run('device:admit', { participantId: first.participantId });
    },
    prompt: (key) => {
      if (promptsWhileObserved(session, program) !== undefined) return;
      const prompt = favorites(program, phase).find((favorite) => favorite.key === key);
      if (prompt) void send(prompt.text, prompt.skill, prompt.coachCode);
    },
    write: () => field.current?.focus(),
    toggle: (is) => setPanel(panel?.is === is ? undefined : { is }),
    escape: () => {
      if (document.activeElement === field.current) field.current?.blur();
      else if (coding.isArmed()) coding.disarm();
      else closePanel();
    },
  });

  return (
    <main className={css['console']} aria-label={t('title', { family: session.familyName })}>
      <div className={css['left']}>
        <Stage
          strip={
            <StatusStrip
              isRecordingOpen={panel?.is === 'recording'}
              onRecording={() => setPanel(panel?.is === 'recording' ? undefined : { is: 'recording' })}
            />
          }
          bands={
            <>
              <EmergencyBand onCall={call} />
              <ConnectionBand onCall={call} />
              <SignInBand />
              <OutputBand />
              <SightBand />
              <SpeakingBand />
              <KnockBand />
              <ContraindicationBand program={program} />
              <SequenceBands program={program} onCall={call} />
              <FailureBand />
            </>
          }
        />
        <Guide program={program} />
        <CodeStrip coder={self?.participantId} program={program} />
        <PromptBar program={program} field={field} send={send} speak={speak} setSpeak={setSpeak} openPanel={setPanel} />
        <div ref={steps} className={css['steps']}>
          <StepsBar program={program} openPanel={setPanel} />
        </div>
      </div>
      <div className={css['right']}>
        <div>
          <WindowClock />
          <SituationLine program={program} />
        </div>
        {panel === undefined ? (
          <div className={css['middle']} data-at-a-glance={isCoding || undefined}>
            <Pad
              program={program}
              place={place}
              awake={awake}
              mayUndo={mayUndo}
              armed={coding.armed}
              give={coding.give}
            >
              <RateWindow program={program} openPanel={setPanel} />
            </Pad>
            <PadFooter program={program} step={coding.step} say={say} />
          </div>
        ) : (
          <PanelContent {...{ sessionId, panel, program, send, safety }} openPanel={setPanel} onClose={closePanel} />
        )}
        <Whisper openPanel={setPanel} />
        <Tools panel={panel} openPanel={setPanel} onClose={closePanel} />
      </div>
      <Announcer />
    </main>
  );
}
