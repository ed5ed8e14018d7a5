import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { findCode } from '#shared/domain/programs/program.ts';
import { useReview } from '../reviewContext.ts';
import css from './CodeBar.module.css';
import type { ReviewCode } from './reviewCodes.ts';

type Props = {
  readonly code: ReviewCode | undefined;
  readonly onPlay: (code: ReviewCode) => void;
  readonly onCorrect: (code: ReviewCode) => void;
  readonly onAdd: () => void;
};

/** The selected code: as given, what became of it and why, and the possible actions. Rule REV3. */
export function CodeBar({ code, onPlay, onCorrect, onAdd }: Props) {
  const { t } = useTranslation('review');
  return (
    <section className={css['bar']} aria-label={t('code.chosen')}>
      {code === undefined ? <p className={css['hint']}>{t('code.hint')}</p> : <Chosen code={code} />}
      <div className={css['buttons']}>
        {code !== undefined && (
          <>
            <Button size="compact-sm" variant="light" onClick={() => onPlay(code)}>
              {t('code.play')}
            </Button>
            {isCorrectable(code) && (
              <Button size="compact-sm" variant="default" onClick={() => onCorrect(code)}>
                {t('code.correct')}
              </Button>
            )}
          </>
        )}
        <Button size="compact-sm" variant="default" onClick={onAdd}>
          {t('code.add')}
        </Button>
      </div>
    </section>
  );
}

/** A code that its coder undid stays undone, and a second coding can be changed only by its coder. */
function isCorrectable({ given, standing }: ReviewCode): boolean {
  return given !== 'second' && standing.is !== 'undone';
}

function Chosen({ code: chosen }: { readonly code: ReviewCode }) {
  const { t } = useTranslation('review');
  const { program } = useReview().review;
  const { code, counts, at, coder, given, standing, candidates, mode, latePress, isOpen, isOutside, valence, tone } =
    chosen;
  const nameOf = (one: string) => findCode(program, one)?.name ?? one;
  return (
    <p className={css['chosen']}>
      <span className={css['time']}>{formatClock(at, 'up')}</span>
      <CodeChip code={code} valence={valence} tone={tone} size="small" undone={counts !== code} name={nameOf(code)} />
      {counts !== undefined && counts !== code && (
        <CodeChip code={counts} valence={valence} tone={tone} size="small" name={nameOf(counts)} />
      )}
      <strong>{nameOf(counts ?? code)}</strong>
      <span>{t(`code.by.${given}`, { name: coder.name })}</span>
      {mode !== undefined && candidates !== undefined && (
        <span>{t(`code.mode.${mode}`, { candidates: candidates.map(nameOf).join(', ') })}</span>
      )}
      {latePress !== undefined && <span>{t('code.late', { time: formatClock(latePress, 'up') })}</span>}
      {isOutside && <span>{t('code.outside')}</span>}
      {isOpen && <strong className={css['open']}>{t('code.open')}</strong>}
      {standing.is === 'undone' && <span>{t('code.undone')}</span>}
      {standing.is === 'corrected' && (
        <span>{t('code.correctedBy', { code: nameOf(code), name: standing.by.name, why: standing.why })}</span>
      )}
      {standing.is === 'struck' && <span>{t('code.struckBy', { name: standing.by.name, why: standing.why })}</span>}
      {standing.is === 'added' && <span>{t('code.added', { why: standing.why })}</span>}
    </p>
  );
}
