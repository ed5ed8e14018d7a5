import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { useFamilyView, useRunning, useScene, useStore } from '../FamilyContext.tsx';
import { roomStatement } from '../familyStatements.ts';
import { Picture } from '../Picture.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import css from './Waiting.module.css';

/** Before the family is let in. Nothing is sent to anyone yet, and the screen says so. */
export function Waiting() {
  const { t } = useTranslation('family');
  const { media } = useRunning();
  const { ownPicture, hasMicrophone } = useStore(media);
  const { coachIsHere } = useFamilyView();
  const isStarting = roomStatement(useScene()) === 'waiting.starting';
  const text = coachIsHere ? t('waiting.coachHere') : t('waiting.coachNotHere');
  return (
    <div className={css['waiting']}>
      {ownPicture ? (
        <figure className={css['own']}>
          <Picture className={css['picture']} track={ownPicture} label={t('company.ownPicture')} />
          <figcaption>{t('waiting.onlyYou')}</figcaption>
        </figure>
      ) : null}
      <Saying
        title={t(isStarting ? 'waiting.starting.title' : 'waiting.title')}
        text={isStarting ? t('waiting.starting.text') : text}
      >
        <ul className={css['checks']} aria-label={t('waiting.checks')}>
          {ownPicture ? <Check>{t('waiting.cameraWorks')}</Check> : null}
          {hasMicrophone ? <Check>{t('waiting.microphoneWorks')}</Check> : null}
        </ul>
        {coachIsHere ? null : <CallClinic />}
      </Saying>
    </div>
  );
}

function Check({ children }: { readonly children: string }) {
  return (
    <li>
      <IconCheck size={24} aria-hidden="true" /> {children}
    </li>
  );
}
