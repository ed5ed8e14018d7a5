import { type ComponentType, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#client/api/me.ts';
import { DeviceCheck, type OpenCheck, type ReadyDevices } from '#client/components/device-check/DeviceCheck.tsx';
import { openCheck } from '#client/components/device-check/openCheck.ts';
import { Loading } from '#client/components/Loading.tsx';
import { LiveProvider, useQuietView } from '#client/components/live/LiveContext.tsx';
import { openStaffSession, type StaffSession } from '#client/components/live/openStaffSession.ts';
import { useProgramme } from '#client/components/live/useProgramme.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { CoachConsole } from './CoachConsole.tsx';
import { SessionOver } from './SessionOver.tsx';

type SessionPageProps = {
  readonly sessionId: SessionId;
  /** What somebody sees who does not lead. */
  readonly Watching: ComponentType<{ readonly programme: Programme }>;
};

/** A live session for the clinic's people: first their devices, then the console for whoever leads. */
export function SessionPage({ sessionId, Watching }: SessionPageProps) {
  const { role } = useMe();
  const [devices, setDevices] = useState<ReadyDevices>();

  const check = useCallback<OpenCheck>((captured) => openCheck({ as: 'staff', sessionId }, captured), [sessionId]);

  useEffect(() => (devices ? () => letGo(devices) : undefined), [devices]);

  if (devices) return <OpenSession sessionId={sessionId} devices={devices} Watching={Watching} />;
  const who = role === 'supervisor' ? 'observer' : 'coach';
  return <DeviceCheck who={who} openCheck={check} onReady={setDevices} />;
}

type OpenSessionProps = SessionPageProps & { readonly devices: ReadyDevices };

function OpenSession({ sessionId, devices, Watching }: OpenSessionProps) {
  const { t } = useTranslation('console');
  const [running, setRunning] = useState<StaffSession>();
  const outputGone = t('ended.outputGone');

  useEffect(() => {
    // Tracks are copied, since closing lets go of what it was given.
    const opened = openStaffSession(sessionId, copied(devices), outputGone);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- what is opened here must be closed here
    setRunning(opened);
    return opened.close;
  }, [sessionId, devices, outputGone]);

  if (running === undefined) return <Loading />;
  return (
    <LiveProvider parts={running}>
      <Screen
        sessionId={sessionId}
        Watching={Watching}
        onOver={() => {
          running.close();
          letGo(devices);
        }}
      />
    </LiveProvider>
  );
}

type ScreenProps = SessionPageProps & { readonly onOver: () => void };

function Screen({ sessionId, Watching, onOver }: ScreenProps) {
  const { ending, self, session } = useQuietView();
  const programme = useProgramme();
  const over = ending ?? (session.phase === 'closed' ? 'closed' : undefined);
  const isOver = over !== undefined;
  const leave = useEffectEvent(onOver);

  // Nobody's camera stays lit after the session.
  useEffect(() => {
    if (isOver) leave();
  }, [isOver]);

  if (over) return <SessionOver ending={over} sessionId={sessionId} />;
  if (programme === undefined || self === undefined) return <Loading />;
  return self.part === 'lead' ? <CoachConsole programme={programme} /> : <Watching programme={programme} />;
}

function copied({ camera, microphone, outputDeviceId }: ReadyDevices) {
  return { camera: camera?.clone(), microphone: microphone?.clone(), outputDeviceId };
}

function letGo({ camera, microphone }: ReadyDevices): void {
  camera?.stop();
  microphone?.stop();
}
