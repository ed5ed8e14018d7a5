import { IconVideoOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRunning, useStore } from '../FamilyContext.tsx';
import { Picture } from '../Picture.tsx';
import css from './SelfPicture.module.css';

/** How often the microphone's level is drawn, in ms. Slow on purpose: it is a sign of life, not a meter. */
const DRAW_EVERY_MS = 100;

/** The level from which someone is talking or playing, from 0 to 1. */
const HEARD_FROM = 0.06;

/** The family's own picture, small, with a ring that grows with the microphone's level. */
export function SelfPicture() {
  const { t } = useTranslation('family');
  const { media } = useRunning();
  const { ownPicture, hasMicrophone } = useStore(media);
  const frame = useRef<HTMLDivElement>(null);

  // Changes the DOM directly: ten renderings a second would be too much for an old tablet.
  useEffect(() => {
    const drawing = setInterval(() => {
      const level = hasMicrophone ? media.level() : 0;
      frame.current?.style.setProperty('--level', level.toFixed(2));
      frame.current?.toggleAttribute('data-heard', level >= HEARD_FROM);
    }, DRAW_EVERY_MS);
    return () => clearInterval(drawing);
  }, [media, hasMicrophone]);

  return (
    <div ref={frame} className={css['frame']}>
      {ownPicture ? (
        <Picture className={css['picture']} track={ownPicture} label={t('company.ownPicture')} />
      ) : (
        <div className={css['none']}>
          <IconVideoOff size={28} aria-hidden="true" />
        </div>
      )}
    </div>
  );
}
