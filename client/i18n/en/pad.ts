/** The pad of codes wherever something is coded that has happened before. */
export const words = {
  label: 'Codes',
  count_one: '{{name}}, given {{count}} time',
  count_other: '{{name}}, given {{count}} times',
  undo: 'Undo',
} as const;
