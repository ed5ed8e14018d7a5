import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchPicture } from '#client/media/pictureWait.ts';
import { watchStill } from '#client/media/watchStill.ts';
import { formatClock } from '#client/ui/formatClock.ts';
import { emptyRoomStatement } from './emptyRoomStatement.ts';
import { useLiveParts, useMediaStanding, useQuietView, useTracks } from './LiveContext.tsx';
import { pictureStatement, type PictureStatement } from './pictureStatement.ts';
import styles from './RoomView.module.css';

/** The room now, or why there is no picture. The first current picture is the large one. */
export function RoomView() {
  const { t } = useTranslation('console');
  const tracks = useTracks();
  const view = useQuietView();
  const [still, setStill] = useState<ReadonlyMap<MediaStreamTrack, number>>(new Map());
  const onStill = useCallback((media: MediaStreamTrack, since: number | undefined) => {
    setStill((before) => {
      const next = new Map(before);
      if (since === undefined) next.delete(media);
      else next.set(media, since);
      return next;
    });
  }, []);
  const pictures = tracks
    .filter(({ track }) => track === 'room-video')
    .map(({ mediaStreamTrack: media, from }) => {
      const stillSince = still.get(media);
      return { media, says: pictureStatement({ ...view, self: view.self?.participantId, from, stillSince }) };
    });
  const large = pictures.find(({ says }) => says.is === 'now') ?? pictures[0];
  return (
    <section className={styles['room']} data-empty={pictures.length === 0} aria-label={t('room.label')}>
      {pictures.length === 0 ? (
        <NoPicture />
      ) : (
        <div className={styles['pictures']}>
          {pictures.map(({ media, says }) => (
            <Picture key={media.id} media={media} says={says} isLarge={media === large?.media} onStill={onStill} />
          ))}
        </div>
      )}
    </section>
  );
}

function NoPicture() {
  const { t } = useTranslation('console');
  const { session, connection } = useQuietView();
  const media = useMediaStanding();
  const words = {
    closed: [t('room.closedTitle'), t('room.closedText')],
    cutOff: [t('room.noPicture'), t('room.cutOffText')],
    waiting: [t('room.waitingTitle'), t('room.waitingText', { family: session.familyName })],
    familyCutOff: [t('room.familyCutOffTitle'), t('room.familyCutOffText')],
    familyLeft: [t('room.familyLeftTitle'), t('room.familyLeftText')],
    connecting: [t('sight.starting'), t('room.connectingText')],
    starting: [t('sight.starting'), t('sight.startingText')],
    noPicture: [t('room.noPicture'), t('room.noPictureText')],
    turnedOff: [t('room.noPicture'), t('room.turnedOffText')],
    notHere: [t('room.noPicture'), t('room.notHereText')],
  } as const;
  const [title, text] = words[emptyRoomStatement({ connection, media, session })];
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>{title}</p>
      <p>{text}</p>
    </div>
  );
}

type PictureProps = {
  readonly media: MediaStreamTrack;
  readonly says: PictureStatement;
  readonly isLarge: boolean;
  readonly onStill: (media: MediaStreamTrack, since: number | undefined) => void;
};

/** One picture. If it is outdated, it says so and since when. */
function Picture({ media, says, isLarge, onStill }: PictureProps) {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const place = useRef<HTMLVideoElement>(null);
  useEffect(() => playIn(place.current, media, (since) => onStill(media, since), live.now), [media, onStill, live]);
  return (
    <div className={styles['picture']} data-large={isLarge || undefined} data-old={says.is === 'old' || undefined}>
      <video ref={place} autoPlay playsInline muted />
      {says.is === 'old' && (
        <p className={styles['old']}>{t('sight.frozen', { time: formatClock(says.since, 'up') })}</p>
      )}
    </div>
  );
}

/** Plays a track in an element and measures the delay and arrival of its pictures. Returns a stop function. */
function playIn(
  element: HTMLVideoElement | null,
  media: MediaStreamTrack,
  onStill: (since: number | undefined) => void,
  now: () => number,
): (() => void) | undefined {
  if (element === null) return undefined;
  element.srcObject = new MediaStream([media]);
  const stops = [watchPicture(element, media), watchStill(element, onStill, now)];
  return () => {
    for (const stop of stops) stop();
    onStill(undefined);
    element.srcObject = null;
  };
}
