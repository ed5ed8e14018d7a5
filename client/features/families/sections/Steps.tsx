import { useTranslation } from 'react-i18next';
import css from './Steps.module.css';

type Props = {
  readonly label: string;
  readonly steps: readonly { readonly id: string; readonly name: string }[];
  /** Undefined before the first step. */
  readonly now: string | undefined;
  /** Who is at a step. Replaces the text “done”, “now” or “upcoming”. */
  readonly whoIsAt?: (id: string) => string | undefined;
};

/** Steps in a row: done, current and to come. */
export function Steps({ label, steps, now, whoIsAt }: Props) {
  const { t } = useTranslation('families');
  const place = steps.findIndex(({ id }) => id === now);
  return (
    <ol className={css['stages']} aria-label={label}>
      {steps.map(({ id, name }, index) => {
        const state = index < place ? 'done' : index === place ? 'now' : 'ahead';
        return (
          <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className={css['mark']} aria-hidden="true" />
            <span className={css['stage']}>{name}</span>
            <span className="quiet">{whoIsAt?.(id) ?? t(`stages.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
