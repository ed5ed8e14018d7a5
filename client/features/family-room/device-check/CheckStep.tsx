import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import css from './FamilyCheck.module.css';

/** The position of a step in the check. */
export type StepPlace = { readonly step: number; readonly steps: number; readonly onBack: (() => void) | undefined };

type Props = StepPlace & {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
  /** The button that continues. Undefined if something else must be done first. */
  readonly action: { readonly label: string; readonly onPress: () => void } | undefined;
};

/** One question of the check. A new question takes the focus, so that screen readers read it. */
export function CheckStep({ step, steps, title, text, children, action, onBack }: Props) {
  const { t } = useTranslation('deviceCheck');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [step]);

  return (
    <section className={css['step']} aria-labelledby="check-step">
      <p className="quiet small">{t('family.step', { step, steps })}</p>
      <h1 id="check-step" ref={heading} tabIndex={-1} className={css['title']}>
        {title}
      </h1>
      <p className="quiet" role="status">
        {text}
      </p>
      {children}
      <div className={`actions ${css['actions'] ?? ''}`}>
        {action && (
          <BigButton look="main" onPress={action.onPress}>
            {action.label}
          </BigButton>
        )}
        {onBack && (
          <BigButton look="quiet" onPress={onBack}>
            {t('family.back')}
          </BigButton>
        )}
      </div>
    </section>
  );
}
