import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClinicContact } from '#client/api/clinicContact.ts';
import css from './CallClinic.module.css';
import { telephoneLink } from '#client/ui/telephoneLink.ts';

/** The clinic's telephone number, wherever a parent may be stuck. Nothing where the clinic has set none. */
export function CallClinic() {
  const { t } = useTranslation();
  const contact = useClinicContact();
  if (contact === undefined || contact.telephone === '') return null;
  const { name, telephone } = contact;
  return (
    <p className={css['call']}>
      {name === '' ? t('callClinic.nameless') : t('callClinic.named', { name })}
      <a href={telephoneLink(telephone)} className={css['number']}>
        <IconPhone size={20} aria-hidden="true" /> <bdi dir="ltr">{telephone}</bdi>
      </a>
    </p>
  );
}
