import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import { loadWords } from '#client/i18n/i18n.ts';

type Props = { readonly onClose: () => void };
type Question = { readonly is: 'loading' | 'failed' } | { readonly is: 'here'; readonly Shown: ComponentType<Props> };

/** The question about recording, loaded when opened. If it cannot be loaded, the page says so and goes back. */
export function RecordingPage({ onClose }: Props) {
  const { t } = useTranslation('family');
  const [question, setQuestion] = useState<Question>({ is: 'loading' });

  useEffect(() => {
    let isOver = false;
    Promise.all([import('./RecordingQuestion.tsx'), loadWords('recording')]).then(
      ([{ RecordingQuestion }]) => !isOver && setQuestion({ is: 'here', Shown: RecordingQuestion }),
      () => !isOver && setQuestion({ is: 'failed' }),
    );
    return () => {
      isOver = true;
    };
  }, []);

  if (question.is === 'here') return <question.Shown onClose={onClose} />;
  if (question.is === 'loading') return <Saying title={t('opening')} />;
  return (
    <Saying title={t('offline.title')} text={t('offline.text')}>
      <BigButton onPress={onClose}>{t('pair.back')}</BigButton>
    </Saying>
  );
}
