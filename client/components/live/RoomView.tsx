import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { watchPicture } from '#client/media/pictureWait.ts';
import { formatClock } from '../formatClock.ts';
import { useQuietView, useTracks } from './LiveContext.tsx';
import { emptyStatement } from './emptyStatement.ts';
import { pictureStatement } from './pictureStatement.ts';
import styles from './RoomView.module.css';

/** The room as it is seen now, and what is the matter where it is not. */
export function RoomView() {
  const { t } = useTranslation('console');
  const tracks = useTracks();
  const pictures = tracks.filter(({ track }) => track === 'room-video');
  const [main, ...more] = pictures;
  const view = useQuietView();
  const picture = pictureStatement({ ...view, self: view.self?.participantId });
  const isOld = main !== undefined && picture.is === 'old';
  return (
    <section
      className={styles['room']}
      data-empty={main === undefined}
      data-frozen={isOld || undefined}
      aria-label={t('room.label')}
    >
      {main ? <Picture media={main.mediaStreamTrack} className={styles['main']} /> : <NoPicture />}
      {isOld && <p className={styles['frozen']}>{t('sight.frozen', { time: formatClock(picture.since, 'up') })}</p>}
      {more.length > 0 && (
        <div className={styles['more']}>
          {more.map(({ mediaStreamTrack: media }) => (
            <Picture key={media.id} media={media} className={styles['small']} />
          ))}
        </div>
      )}
    </section>
  );
}

function NoPicture() {
  const { t } = useTranslation('console');
  const view = useQuietView();
  const words = {
    lost: [t('room.noPicture'), t('room.lostText')],
    closed: [t('room.closedTitle'), t('room.closedText')],
    starting: [t('sight.starting'), t('sight.startingText')],
    noPicture: [t('room.noPicture'), t('room.noPictureText')],
    waiting: [t('room.waitingTitle'), t('room.waitingText', { family: view.session.familyName })],
    cutOff: [t('room.cutOffTitle'), t('room.cutOffText')],
    hasLeft: [t('room.hasLeftTitle'), t('room.hasLeftText')],
  } as const;
  const [title, text] = words[emptyStatement(view)];
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>{title}</p>
      <p>{text}</p>
    </div>
  );
}

function Picture({ media, className }: { readonly media: MediaStreamTrack; readonly className: string | undefined }) {
  const place = useRef<HTMLVideoElement>(null);
  useEffect(() => playIn(place.current, media), [media]);
  return <video ref={place} className={className} autoPlay playsInline muted />;
}

/** Plays a track in an element, and notes how long its pictures wait. Returns how to stop. */
function playIn(element: HTMLVideoElement | null, media: MediaStreamTrack): (() => void) | undefined {
  if (element === null) return undefined;
  element.srcObject = new MediaStream([media]);
  const stopWatching = watchPicture(element, media);
  return () => {
    stopWatching();
    element.srcObject = null;
  };
}
