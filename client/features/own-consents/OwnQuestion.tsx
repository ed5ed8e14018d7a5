import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { Answers } from '#client/ui/calm/Answers.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useSteadyButtons } from '#client/ui/useSteadyButtons.ts';
import { ASSENTS } from '#shared/domain/consent/consentPurposes.ts';
import type { OwnConsents } from '#shared/protocol/http/ownConsents.ts';
import css from './OwnConsentsPage.module.css';
import type { Answering } from './useOwnConsents.ts';

type Props = {
  readonly about: 'me' | 'child';
  readonly standing: OwnConsents['own'][number];
  readonly isBusy: boolean;
  readonly onAnswer: (answer: Answering) => Promise<void>;
};

/** One purpose: what it means, what was answered, and buttons of equal size. A yes for the child asks for its own wish. */
export function OwnQuestion({ about, standing: { purpose, is, until }, isBusy, onAnswer }: Props) {
  const { t } = useTranslation('ownConsents');
  const [asksAssent, setAsksAssent] = useState(false);
  const press = useSteadyButtons(`${is} ${String(asksAssent)}`);
  const [standing, focusLater] = useFocusAfterPress(isBusy);
  const ask = (asks: boolean) => {
    focusLater();
    setAsksAssent(asks);
  };
  const say = (answer: Answering['answer'], assent: Answering['assent'] = null) => {
    ask(false);
    void onAnswer({ purpose, about, answer, assent });
  };
  const title = `${about}-${purpose}`;
  return (
    <section className={css['question']} aria-labelledby={title}>
      <h3 id={title}>{t(`purpose.${purpose}`)}</h3>
      <p>{t(`explained.${purpose}`)}</p>
      <p ref={standing} tabIndex={-1} className={css['standing']} data-is={is}>
        {asksAssent ? t('assent.ask') : t(`is.${is}`, { until: until === null ? '' : formatDate(until) })}
      </p>
      {asksAssent ? (
        <Answers label={t('assent.ask')}>
          {ASSENTS.map((assent) => (
            <BigButton key={assent} isBusy={isBusy} onPress={() => press(() => say('given', assent))}>
              {t(`assent.${assent}`)}
            </BigButton>
          ))}
          <BigButton look="quiet" onPress={() => press(() => ask(false))}>
            {t('assent.back')}
          </BigButton>
        </Answers>
      ) : (
        <div className={css['pair']} role="group" aria-label={t(`purpose.${purpose}`)}>
          {is === 'given' ? (
            <BigButton isBusy={isBusy} onPress={() => press(() => say('withdrawn'))}>
              {t('takeBack')}
            </BigButton>
          ) : (
            <>
              <BigButton isBusy={isBusy} onPress={() => press(() => (about === 'child' ? ask(true) : say('given')))}>
                {t('yes')}
              </BigButton>
              {is === 'refused' || is === 'withdrawn' ? null : (
                <BigButton isBusy={isBusy} onPress={() => press(() => say('refused'))}>
                  {t('no')}
                </BigButton>
              )}
            </>
          )}
        </div>
      )}
    </section>
  );
}

/** The pressed button is gone or disabled by now: the focus goes to what was answered, not back to the top of the page. */
function useFocusAfterPress(isBusy: boolean) {
  const standing = useRef<HTMLParagraphElement>(null);
  const wasPressed = useRef(false);
  useEffect(() => {
    if (!wasPressed.current || isBusy) return;
    wasPressed.current = false;
    if (document.activeElement === document.body) standing.current?.focus();
  });
  const focusLater = () => {
    wasPressed.current = true;
  };
  return [standing, focusLater] as const;
}
