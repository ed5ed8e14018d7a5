import { useTranslation } from 'react-i18next';
import { lostSenses, sightOf } from '#shared/session/sight/sightState.ts';
import { Band } from './Band.tsx';
import { useQuietView } from './LiveContext.tsx';

/** That the lead coach does not see or hear the room, why as far as it was measured, and what to do. Rule WIN4. */
export function SightBand() {
  const { t } = useTranslation('console');
  const { session, connection } = useQuietView();
  const lost = lostSenses(session);
  const [first] = lost;
  if (first === undefined || connection !== 'live' || session.phase === 'closed') return null;
  const what = lost.length > 1 ? 'both' : first;
  const sense = sightOf(session)[first];
  const why = sense.is === 'lost' ? sense.why : 'cut-off';
  const isCoding = session.phase === 'coding';
  return (
    <Band tone="caution">
      <p role="alert">
        <strong>{t(`sight.lost.${what}`)}</strong> {isCoding && t('sight.clockStands')} {t(`sight.why.${why}`)}
      </p>
    </Band>
  );
}
