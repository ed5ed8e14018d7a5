import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { ListRow } from '#client/ui/ListRow.tsx';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { consentsOf, type KnownConsent, lastAnswer } from '#shared/course/consentsOf.ts';
import { CONSENT_PURPOSES, type ConsentPurpose } from '#shared/domain/consent/consentPurposes.ts';
import { consentStanding, consentTo } from '#shared/domain/consent/consentTo.ts';
import { ConsentDialog } from '../dialogs/ConsentDialog.tsx';
import { GuardiansDialog } from '../dialogs/GuardiansDialog.tsx';
import { nameOf, useFamilyScreen } from '../FamilyScreen.tsx';
import { Section } from './Section.tsx';

const TONES = { agreed: 'good', open: 'off', against: 'bad' } as const;

/** Who agreed to what. Rules CNS1 to CNS3. */
export function ConsentSection() {
  const { t } = useTranslation('consents');
  const screen = useFamilyScreen();
  const { record, mayWrite } = screen;
  const [open, setOpen] = useState<'answers' | 'guardians'>();
  const { guardians } = consentsOf(record.facts);
  const names = guardians.map((id) => nameOf(screen, id)).join(', ');
  const close = () => setOpen(undefined);
  return (
    <Section
      id="consent"
      title={t('title')}
      lead={t('lead')}
      actions={
        mayWrite && (
          <Button variant="default" size="sm" onClick={() => setOpen('answers')}>
            {t('note')}
          </Button>
        )
      }
    >
      <ul className="rows">
        <ListRow
          end={
            mayWrite && (
              <Button variant="default" size="sm" onClick={() => setOpen('guardians')}>
                {t('changeGuardians')}
              </Button>
            )
          }
        >
          <p className="strong">{t('guardians')}</p>
          <p className="quiet small">{names === '' ? t('noGuardian') : names}</p>
        </ListRow>
        {CONSENT_PURPOSES.map((purpose) => (
          <Purpose key={purpose} purpose={purpose} />
        ))}
      </ul>
      {open === 'answers' && <ConsentDialog onClose={close} />}
      {open === 'guardians' && <GuardiansDialog chosen={guardians} onClose={close} />}
    </Section>
  );
}

function Purpose({ purpose }: { readonly purpose: ConsentPurpose }) {
  const { t } = useTranslation('consents');
  const { record, today } = useFamilyScreen();
  const table = consentsOf(record.facts);
  const ids = record.family.caregivers.map(({ caregiverId }) => caregiverId);
  const overall = consentTo(purpose, ids, table, today);
  const people: { readonly id: string; readonly about: string }[] = [
    ...ids.map((id) => ({ id, about: id })),
    ...ids.filter((id) => table.guardians.includes(id)).map((id) => ({ id, about: 'child' })),
  ];
  return (
    <ListRow end={<StatusDot tone={TONES[overall]} label={t(`overall.${overall}`)} />}>
      <p className="strong">{t(`purpose.${purpose}`)}</p>
      {people.map(({ id, about }) => (
        <p key={`${id} ${about}`} className="quiet small">
          <Answer id={id} about={about} last={lastAnswer(table, { purpose, about, saidBy: id })} />
        </p>
      ))}
    </ListRow>
  );
}

type AnswerProps = { readonly id: string; readonly about: string; readonly last: KnownConsent | undefined };

function Answer({ id, about, last }: AnswerProps) {
  const { t } = useTranslation('consents');
  const screen = useFamilyScreen();
  const name = nameOf(screen, id) ?? '';
  const who = about === 'child' ? t('forChild', { name }) : name;
  const until = last?.until ? formatDate(last.until) : '';
  const parts = [
    t(`is.${consentStanding(last, screen.today)}`, { until }),
    last && t(`how.${last.how}`, { by: last.enteredBy }),
    last?.assent && t(`assent.${last.assent}`),
  ];
  return (
    <>
      {who}: {parts.filter(Boolean).join(', ')}
    </>
  );
}
