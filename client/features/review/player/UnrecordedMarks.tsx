import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import css from './PlayerControls.module.css';
import type { Unrecorded } from './recordedTakes.ts';
import { unrecordedWords } from './unrecordedWords.ts';

type Props = {
  /** The id of the list that says the same to screen readers. */
  readonly id: string;
  readonly spans: readonly Unrecorded[];
  readonly endsAt: number;
};

/** Marks on the slider for unrecorded spans, and a list of them. Rule RCD3. */
export function UnrecordedMarks({ id, spans, endsAt }: Props) {
  const { t } = useTranslation('review');
  const said = spans.map(({ from, to, lacks }) =>
    t(`player.unrecorded.span.${unrecordedWords(lacks) ?? 'both'}`, {
      from: formatClock(from, 'up'),
      to: formatClock(to, 'up'),
    }),
  );
  const words = t('player.unrecorded.list', { spans: said.join(', ') });
  return (
    <>
      <div className={css['marks']} aria-hidden="true" title={words}>
        {spans.map(({ from, to, lacks }) => (
          <span
            key={from}
            className={css['mark']}
            data-lacks={unrecordedWords(lacks)}
            style={{ left: `${(from / endsAt) * 100}%`, width: `${((to - from) / endsAt) * 100}%` }}
          />
        ))}
      </div>
      <p id={id} className="visually-hidden">
        {words}
      </p>
    </>
  );
}
