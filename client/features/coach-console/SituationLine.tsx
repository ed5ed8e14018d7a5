import { useTranslation } from 'react-i18next';
import { useQuietView } from '#client/live/LiveContext.tsx';
import { caregiverName } from '#client/live/participants.ts';
import { Why } from '#client/ui/Why.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import { situationNow } from './observation.ts';
import css from './SituationLine.module.css';

/** In an observation: the current or next situation, and what to say before it. Rules OBS1, OBS2. */
export function SituationLine({ program }: { readonly program: Program }) {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const now = situationNow(session, program);
  if (now === undefined || session.phase === 'closed' || session.phase === 'feedback') return null;
  const { situation, caregiverId, isOn } = now;
  const name = caregiverName(session, caregiverId);
  const others = session.caregivers.filter((one) => one.caregiverId !== caregiverId);
  return (
    <section className={css['situation']} aria-label={t('observation.label')}>
      <p className="strong">
        {t(isOn ? 'observation.now' : 'observation.next', { situation: situation.name, name })}{' '}
        <Why rule={isOn ? 'OBS2' : 'OBS1'} about={situation.name} />
      </p>
      <p>{isOn ? t('observation.watch') : `“${situation.script.replaceAll('{child}', t('observation.child'))}”`}</p>
      {others.map((other) => (
        <p key={other.caregiverId} className="small">
          {t('observation.alone', { name: other.name })}
        </p>
      ))}
    </section>
  );
}
