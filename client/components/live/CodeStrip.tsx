import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ShownCode, shownCodes } from '#client/api/shownCodes.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Programme, Valence } from '#shared/domain/programmes/programme.ts';
import { CodeChip } from '../CodeChip.tsx';
import styles from './CodeStrip.module.css';
import { formatClock } from '../formatClock.ts';
import { useLiveView } from './LiveContext.tsx';
import { phaseNow, valenceOf } from './windowScore.ts';

/** More than fit on any screen that the console is made for. */
const SHOWN = 16;

type Props = { readonly coder: ParticipantId | undefined; readonly programme: Programme };

/** Somebody's last codes, the newest on the left: when, what, and whether the server has it. */
export function CodeStrip({ coder, programme }: Props) {
  const { t } = useTranslation('console');
  const view = useLiveView();
  const kind = phaseNow(view.session, programme).id;
  const codes = shownCodes(view).filter((code) => code.coder === coder);
  const last = codes.slice(-SHOWN).reverse();
  const waiting = view.unsent.length;
  return (
    <section className={styles['strip']} aria-label={t('codes.label')}>
      {last.length === 0 && <p className={styles['none']}>{t('codes.none')}</p>}
      <ol className={styles['codes']}>
        {last.map(({ codeId, code, at, pending, undone }) => (
          <GivenCode
            key={codeId}
            code={code}
            valence={valenceOf(programme, code, kind)}
            at={at}
            pending={pending}
            undone={undone}
          />
        ))}
      </ol>
      <p className={styles['pending']} data-any={waiting > 0}>
        {waiting > 0 && t('codes.pending', { count: waiting })}
      </p>
    </section>
  );
}

type GivenCodeProps = Pick<ShownCode, 'code' | 'at' | 'pending' | 'undone'> & { readonly valence: Valence };

/** Drawn once, and again only when its own code changes: presses come four a second. */
const GivenCode = memo(function GivenCode({ code, valence, at, pending, undone }: GivenCodeProps) {
  const { t } = useTranslation('console');
  return (
    <li className={styles['code']} data-pending={pending} data-undone={undone}>
      <span className={styles['chip']}>
        <CodeChip code={code} valence={valence} undone={undone} />
      </span>
      <span className={styles['time']}>{formatClock(at, 'up')}</span>
      {undone && <span className={styles['hidden']}>{t('codes.undone')}</span>}
      {pending && <span className={styles['hidden']}>{t('codes.notSent')}</span>}
    </li>
  );
});
