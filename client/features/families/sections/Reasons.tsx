import { IconCheck, IconPoint } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Why } from '#client/ui/Why.tsx';
import { sayDays } from '#client/i18n/formatWhen.ts';
import type { Because } from '#shared/course/courseView.ts';
import css from './Reasons.module.css';

/** Reasons, each with whether it is met and its rule. */
export function Reasons({ reasons, label }: { readonly reasons: readonly Because[]; readonly label: string }) {
  const { t } = useTranslation('families');
  return (
    <ul className={css['reasons']} aria-label={label}>
      {reasons.map(({ rule, text: found, met }) => {
        const text = sayDays(found);
        return (
          <li key={`${rule} ${text}`} data-met={met}>
            {met ? <IconCheck size={18} aria-hidden="true" /> : <IconPoint size={18} aria-hidden="true" />}
            <span>
              {text} <span className="visually-hidden">({t(met ? 'next.met' : 'next.notMet')})</span>
            </span>
            <Why rule={rule} about={text} figures={text} />
          </li>
        );
      })}
    </ul>
  );
}
