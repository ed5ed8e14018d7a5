import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { TranscriptLineOf } from '#shared/session/review/transcriptLine.ts';
import css from './LineBody.module.css';
import { SaidWords } from './SaidWords.tsx';

type Props = { readonly line: TranscriptLineOf<'code'>; readonly program: Program };

/** A code by name, what was said, who gave it, and what became of it. */
export function CodeBody({ line, program }: Props) {
  const { t } = useTranslation('transcript');
  const { code, words, coder, byLead, standing, mode, candidates, effective, latePress, isOpen, isOutside } = line;
  const nameOf = (one: string) => findCode(program, one)?.name ?? one;
  const [first, second] = candidates ?? [];
  return (
    <>
      <span className="strong">{nameOf(code)}</span>
      {words !== undefined && (
        <>
          {' '}
          <SaidWords words={words} />
        </>
      )}{' '}
      <span className="quiet small">
        {byLead ? coder.name : t('observer', { name: coder.name })}
        {mode !== undefined &&
          first !== undefined &&
          second !== undefined &&
          `, ${t(`doubt.${mode}`, { first, second })}`}
        {latePress !== undefined && `, ${t('late', { time: formatClock(latePress, 'up') })}`}
        {isOutside && `, ${t('outside')}`}
        {isOpen && `, ${t('open')}`}
        {!effective && `, ${t('notEffective')}`}
        {standing.is === 'undone' && `, ${t('standing.undone')}`}
      </span>
      {standing.is === 'corrected' && (
        <span className={css['change']}>
          {t('standing.corrected', { to: nameOf(standing.to), name: standing.by.name, why: standing.why })}
        </span>
      )}
      {standing.is === 'struck' && (
        <span className={css['change']}>{t('standing.struck', { name: standing.by.name, why: standing.why })}</span>
      )}
      {standing.is === 'added' && <span className={css['change']}>{t('standing.added', { why: standing.why })}</span>}
    </>
  );
}
