import { useTranslation } from 'react-i18next';
import type { ShownCode } from '#client/api/shownCodes.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { CodeChip } from '../CodeChip.tsx';
import styles from './CodeStrip.module.css';
import { formatClock } from '../formatClock.ts';
import { useLiveView } from './LiveContext.tsx';
import { valenceNow, valenceOf } from './windowScore.ts';

/** More than fit on any screen that the console is made for. */
const SHOWN = 16;

/** The last codes, the newest on the left: when, what, and whether the server has it. */
export function CodeStrip({
  codes,
  programme,
}: {
  readonly codes: readonly ShownCode[];
  readonly programme: Programme;
}) {
  const { t } = useTranslation('console');
  const { session, unsent } = useLiveView();
  const kind = valenceNow(session);
  const last = codes.slice(-SHOWN).reverse();
  return (
    <section className={styles['strip']} aria-label={t('codes.label')}>
      {last.length === 0 && <p className={styles['none']}>{t('codes.none')}</p>}
      <ol className={styles['codes']}>
        {last.map(({ codeId, code, at, pending, undone }) => (
          <li key={codeId} className={styles['code']} data-pending={pending} data-undone={undone}>
            <span className={styles['chip']}>
              <CodeChip code={code} valence={valenceOf(programme, code, kind)} undone={undone} />
            </span>
            <span className={styles['time']}>{formatClock(at, 'up')}</span>
            {undone && <span className={styles['hidden']}>{t('codes.undone')}</span>}
            {pending && <span className={styles['hidden']}>{t('codes.notSent')}</span>}
          </li>
        ))}
      </ol>
      <p className={styles['pending']} data-any={unsent.length > 0}>
        {unsent.length > 0 && t('codes.pending', { count: unsent.length })}
      </p>
    </section>
  );
}
