import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClinicContact } from '#client/api/clinicContact.ts';
import css from './CallClinic.module.css';
import { telephoneLink } from '#client/ui/telephoneLink.ts';

/** The clinic's telephone number, for parents who need help; a button if calling is the next step. */
export function CallClinic({ isNextStep = false }: { readonly isNextStep?: boolean }) {
  const { t } = useTranslation();
  const contact = useClinicContact();
  if (contact === undefined || contact.telephone === '') return null;
  const { name, telephone } = contact;
  const how = name === '' ? 'nameless' : 'named';
  const number = (
    <>
      <IconPhone size={20} aria-hidden="true" /> <bdi dir="ltr">{telephone}</bdi>
    </>
  );
  if (isNextStep) {
    return (
      <a href={telephoneLink(telephone)} className={css['button']}>
        {t(`callClinic.next.${how}`, { name })} <span className={css['inButton']}>{number}</span>
      </a>
    );
  }
  return (
    <p className={css['call']}>
      {t(`callClinic.help.${how}`, { name })}
      <a href={telephoneLink(telephone)} className={css['number']}>
        {number}
      </a>
    </p>
  );
}
