import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { problemOf } from '#client/api/http.ts';
import { type Ending, endingOf, openingOf } from '#client/api/liveView.ts';
import { useMe, useStayHere } from '#client/api/me.ts';
import { watchSignInHere } from '#client/api/signInWatch.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { DeviceCheck, type OpenCheck, type ReadyDevices } from '#client/live/device-check/DeviceCheck.tsx';
import { openCheck } from '#client/live/device-check/openCheck.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { LiveProvider, useLiveView, useQuietView } from '#client/live/LiveContext.tsx';
import { openStaffSession, type StaffSession } from '#client/live/openStaffSession.ts';
import { useProgram } from '#client/live/useProgram.ts';
import { NarrowPage } from '#client/frame/NarrowPage.tsx';
import { useKeepOpen } from '#client/ui/useKeepOpen.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { CoachConsole } from './CoachConsole.tsx';
import { SessionClosedBefore, SessionOver, UnknownSession } from './SessionOver.tsx';

type SessionPageProps = {
  readonly sessionId: SessionId;
  /** The screen for those who do not lead. */
  readonly Watching: ComponentType<{ readonly program: Program }>;
};

/** A live session for staff: first the device check, then the console for the lead coach. */
export function SessionPage({ sessionId, Watching }: SessionPageProps) {
  const { t } = useTranslation('console');
  const { role } = useMe();
  const entry = useQuery(queryOf('session:read', { sessionId }));
  const [devices, setDevices] = useState<ReadyDevices>();

  const check = useCallback<OpenCheck>((captured) => openCheck({ as: 'staff', sessionId }, captured), [sessionId]);

  useEffect(() => (devices ? () => letGo(devices) : undefined), [devices]);

  if (devices) return <OpenSession sessionId={sessionId} devices={devices} Watching={Watching} />;
  if (entry.isPending) return <Loading />;
  if (entry.isError) {
    if (problemOf(entry.error) === 'not-found') return <UnknownSession />;
    return (
      <NarrowPage title={t('ended.notOpened')}>
        <HttpErrorNote error={entry.error} onRetry={() => void entry.refetch()} />
      </NarrowPage>
    );
  }
  // Nothing is captured for a session that is over or belongs to somebody else.
  if (entry.data.phase === 'closed') return <SessionClosedBefore sessionId={sessionId} />;
  const who = role === 'supervisor' ? 'observer' : 'coach';
  return <DeviceCheck who={who} openCheck={check} onReady={setDevices} />;
}

type OpenSessionProps = SessionPageProps & { readonly devices: ReadyDevices };

function OpenSession({ sessionId, devices, Watching }: OpenSessionProps) {
  const { t } = useTranslation('console');
  const me = useMe();
  const queries = useQueryClient();
  const [running, setRunning] = useState<StaffSession>();
  const outputBack = t('ended.outputBack');
  const cameraGone = t('ended.cameraGone');

  useEffect(() => {
    const signIn = watchSignInHere(me, () => void invalidate(queries, 'account:read'));
    // Tracks are copied, because closing the session stops the tracks it was given.
    const opened = openStaffSession(sessionId, copied(devices), signIn, { outputBack, cameraGone });
    // eslint-disable-next-line react-hooks/set-state-in-effect -- what is opened here must be closed here
    setRunning(opened);
    return opened.close;
  }, [sessionId, devices, me, queries, outputBack, cameraGone]);

  if (running === undefined) return <Loading />;
  return (
    <LiveProvider parts={running}>
      <KeepOpen />
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
  const view = useQuietView();
  const { self } = view;
  const program = useProgram();
  const over = endingOf(view);
  const isOver = over !== undefined;
  const leave = useEffectEvent(onOver);
  useStayHere(!isOver);

  // No camera may stay on after the session.
  useEffect(() => {
    if (isOver) leave();
  }, [isOver]);

  if (over) return <LiveSessionOver ending={over} sessionId={sessionId} />;
  if (self === undefined) return <Opening opening={openingOf(view)} />;
  if (program === undefined) return <Loading />;
  return self.part === 'lead' ? (
    <CoachConsole program={program} sessionId={sessionId} />
  ) : (
    <Watching program={program} />
  );
}

/** Shown until the first join. If joining fails: why, and that it will be retried. */
function Opening({ opening }: { readonly opening: ReturnType<typeof openingOf> }) {
  const { t } = useTranslation('console');
  if (opening === 'soon') return <Loading />;
  return (
    <NarrowPage title={t(`opening.${opening}.title`)}>
      <p role="status">{t(`opening.${opening}.text`)}</p>
      <ButtonLink to="/" variant="default">
        {t('ended.next')}
      </ButtonLink>
    </NarrowPage>
  );
}

/** Rendered again with each press: what this browser cannot store is lost when the window closes. */
function KeepOpen() {
  const { unsent, isKept } = useLiveView();
  useKeepOpen(unsent.length > 0 && !isKept);
  return null;
}

/** Rendered again with each press that is still being sent. */
function LiveSessionOver({ ending, sessionId }: { readonly ending: Ending; readonly sessionId: SessionId }) {
  const { unsent, isKept, isSendingStopped, refused } = useLiveView();
  const left = { unsent, isKept, isSendingStopped, refused: refused.map(({ press }) => press) };
  return <SessionOver {...{ ending, sessionId, left }} />;
}

function copied({ camera, microphone, outputDeviceId }: ReadyDevices) {
  return { camera: camera?.clone(), microphone: microphone?.clone(), outputDeviceId };
}

function letGo({ camera, microphone }: ReadyDevices): void {
  camera?.stop();
  microphone?.stop();
}
