import { useTranslation } from 'react-i18next';
import { Band } from './Band.tsx';
import { useOutputGone, useQuietView } from './LiveContext.tsx';
import { sightStatement } from './sightStatement.ts';

/** Says that the lead coach does not see or hear the room, the measured reason, and what to do. Rule WIN4. */
export function SightBand() {
  const { t } = useTranslation('console');
  const { session, connection, self } = useQuietView();
  const isOutputGone = useOutputGone();
  const statement = sightStatement({ session, connection, self: self?.participantId, isOutputGone });
  if (statement === undefined) return null;
  const { to, what, whys } = statement;
  const name = (session.lead && session.participants[session.lead]?.name) ?? '';
  const isCoding = session.phase === 'coding';
  return (
    <Band tone="caution">
      <p role="alert">
        <strong>{t(`sight.lost.${to}.${what}`, { name })}</strong> {isCoding && t('sight.clockStands')}{' '}
        {whys.map((why) => t(`sight.why.${to}.${why}`, { name })).join(' ')}
      </p>
    </Band>
  );
}
