import { useTranslation } from 'react-i18next';
import { percentText } from '#shared/domain/criterionFigures.ts';
import { Why } from '#client/ui/Why.tsx';
import { type FidelityMark, fidelityShare } from '#shared/domain/supervision/fidelity.ts';

type Props = {
  readonly marks: readonly FidelityMark[];
  /** The rater, if it is not the reader. */
  readonly by?: string;
  /** Whether they rate a session that they led themselves. */
  readonly isSelf?: boolean;
};

/** The percentage of a checklist that was done, with its figures. Rule FID1. */
export function FidelityShare({ marks, by, isSelf = false }: Props) {
  const { t } = useTranslation('fidelity');
  const share = fidelityShare(marks);
  const percent = share === null ? t('unrated') : percentText(share);
  const applying = marks.filter((mark) => mark !== 'not-applicable');
  const done = applying.reduce((sum, mark) => sum + (mark === 'done' ? 1 : mark === 'partly' ? 0.5 : 0), 0);
  const name = by === undefined ? undefined : isSelf ? t('by', { name: by, role: t('self') }) : by;
  return (
    <p
      className={name === undefined ? 'large strong' : 'quiet small'}
      aria-live={name === undefined ? 'polite' : 'off'}
    >
      {name === undefined ? (share === null ? percent : t('share', { percent })) : t('otherShare', { name, percent })}{' '}
      {share !== null && (
        <Why rule="FID1" about={name ?? t('title')} figures={t('figures', { done, count: applying.length })} />
      )}
    </p>
  );
}
