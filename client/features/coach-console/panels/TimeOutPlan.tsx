import { useTranslation } from 'react-i18next';
import { useQuietView } from '#client/live/LiveContext.tsx';
import { ContraindicationWords } from '#client/live/safety/ContraindicationWords.tsx';
import css from './panels.module.css';

/** What was signed for this family's time-outs, read-only. It is changed in the family's record. Rules SEQ9, SEQ13. */
export function TimeOutPlan() {
  const { t } = useTranslation('console');
  const { backup, signedBy, houseRules, roomWarningGiven, contraindicated } = useQuietView().session.timeOut;
  return (
    <section>
      <h3 className="caption">{t('timeOut.title')}</h3>
      {contraindicated && <ContraindicationWords is={contraindicated} />}
      <dl className={css['plan']}>
        <dt>{t('timeOut.backup')}</dt>
        <dd>
          {t(`timeOut.is.${backup}`)}
          {signedBy !== null && <span className="quiet"> {t('timeOut.signed', { name: signedBy })}</span>}
        </dd>
        <dt>{t('timeOut.rules')}</dt>
        <dd>{t(houseRules ? 'timeOut.rulesOn' : 'timeOut.rulesOff')}</dd>
        {backup !== 'none' && (
          <>
            <dt>{t('timeOut.warning')}</dt>
            <dd>{t(roomWarningGiven ? 'timeOut.given' : 'timeOut.notGiven')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
