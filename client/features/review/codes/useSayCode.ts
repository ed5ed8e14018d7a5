import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { findCode } from '#shared/domain/programs/program.ts';
import { useReview } from '../reviewContext.ts';
import type { ReviewCode } from './reviewCodes.ts';

/** Returns a function that describes a code in one sentence: when, what, by whom, and what became of it. */
export function useSayCode(): (code: ReviewCode) => string {
  const { t } = useTranslation('review');
  const { program } = useReview().review;
  const nameOf = (code: string) => findCode(program, code)?.name ?? code;
  return ({ code, at, coder, given, standing, candidates, mode, latePress, isOpen, isOutside }) => {
    const parts = [`${formatClock(at, 'up')} · ${nameOf(code)}`, t(`code.by.${given}`, { name: coder.name })];
    if (mode !== undefined && candidates !== undefined) {
      parts.push(t(`code.mode.${mode}`, { candidates: candidates.map(nameOf).join(', ') }));
    }
    if (latePress !== undefined) parts.push(t('code.late', { time: formatClock(latePress, 'up') }));
    if (isOutside) parts.push(t('code.outside'));
    if (isOpen) parts.push(t('code.open'));
    if (standing.is === 'undone') parts.push(t('code.undone'));
    if (standing.is === 'corrected') parts.push(t('code.corrected', { code: nameOf(standing.to), why: standing.why }));
    if (standing.is === 'struck') parts.push(t('code.struck', { why: standing.why }));
    if (standing.is === 'added') parts.push(t('code.added', { why: standing.why }));
    return parts.join(' · ');
  };
}
