/** On the family’s page: that time-out must not be used, or may be again. */
export const contraindication = {
  contraindicate: 'Time-out is contraindicated …',
  allow: 'Time-out may be used again …',
  contraindicateDialog: {
    title: 'Time-out is contraindicated',
    lead: 'From now on, also in a session that is running, there is no warning, no chair and no back-up. If a time-out is under way, it ends.',
    reason: 'Why this child must not be sent to time-out',
    submit: 'No time-out from now on',
  },
  allowDialog: {
    title: 'Time-out may be used again',
    lead: 'From now on, also in a session that is running, a refusal may lead to the warning and the chair.',
    reason: 'Why it may be used again',
    submit: 'Allow time-out again',
  },
} as const;
